import { expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { attemptId } from '@/tests/kit/shop-client'

test('another device is sent to the page by a code in place of the one to pay, and back', async ({
  page,
  shop,
  sandbox,
  phone,
}) => {
  const orderId = await shop.openOrder()
  const code = await phone.readCode(page)
  await page.getByRole('button', { name: 'Send to my phone', exact: true }).click()
  await expect(page.getByText("Scan this with your phone's camera")).toBeVisible()
  expect(await phone.readCode(page)).toBe(`${shop.url}/checkout/${orderId}`)
  const back = page.getByRole('button', { name: 'Back to the payment code', exact: true })
  await expect(back).toBeFocused()
  await back.click()
  await expect(page.getByRole('link', { name: 'Save QR code', exact: true })).toBeVisible()
  expect(await phone.readCode(page)).toBe(code)

  await page.getByRole('button', { name: 'Send to my phone', exact: true }).click()
  await sandbox.pay(attemptId(orderId))
  await shop.sees('Paid')
})

test('the code, the amount and the shop are seen together, without scrolling', async ({
  page,
  shop,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await shop.openOrder()
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeInViewport({ ratio: 1 })
  for (const text of ['Rp 44.000', 'Tokoku']) {
    await expect(page.locator('dd').filter({ hasText: text })).toBeInViewport({ ratio: 1 })
  }
  await expect(page.getByRole('timer')).toHaveText(/^14:\d\d$/)
})

test('at zero the code is gone at once, also while the shop cannot be reached', async ({
  page,
  context,
  shop,
  watch,
}) => {
  watch.allow(/ERR_INTERNET_DISCONNECTED/)
  await page.clock.install()
  await shop.openOrder()
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible()
  await context.setOffline(true)
  await page.clock.fastForward('14:30')
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible()
  await page.clock.fastForward('00:31')
  await expect(page.getByText('The time to pay is over')).toBeVisible()
  await expect(page.getByRole('img', { name: /^QR code/ })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Open GoPay' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Save QR code' })).toHaveCount(0)
  await expect(page.getByRole('timer')).toHaveText('00:00')
  await shop.sees('Waiting for payment')
})

test('a page that was left and is come back to counts on from where time has got to', async ({
  page,
  shop,
}) => {
  await page.clock.install()
  await shop.openOrder()
  await expect(page.getByRole('timer')).toHaveText(/^14:\d\d$/)
  await page.getByRole('link', { name: 'Cart', exact: true }).click()
  await expect(page).toHaveURL('/cart')
  await page.clock.fastForward('10:00')
  await page.goBack()
  // What the router has kept says fifteen minutes.
  await expect(page.getByRole('timer')).toHaveText(/^04:[45]\d$/)
})

test('when the money arrives the title and the icon tell, and the focus is not taken', async ({
  page,
  shop,
  sandbox,
}) => {
  const orderId = await shop.placeOrder()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  const icon = page.locator('link[rel=icon]')
  await expect(icon).toHaveAttribute('href', /\/icon\.svg/)
  await page.getByRole('link', { name: 'Cart', exact: true }).focus()
  await sandbox.pay(attemptId(orderId))
  await shop.sees('Paid')
  await expect(page).toHaveTitle('Paid: your order · Tokoku')
  await expect(icon).toHaveCount(1)
  await expect(icon).toHaveAttribute('href', /icon-paid\.svg/)
  await expect(page.getByRole('link', { name: 'Cart', exact: true })).toBeFocused()
})

test('nothing moves for a shopper who wants no motion', async ({ page, shop, sandbox }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const moved: string[] = []
  await page.exposeFunction('tokokuMoved', (what: string) => moved.push(what))
  const orderId = await shop.openOrder()
  await shop.sees('Waiting for payment')
  // What runs for a thousandth of a second is there at once (app/globals.css).
  await page.evaluate(() => {
    const { tokokuMoved } = window as unknown as { tokokuMoved(what: string): void }
    const look = () => {
      for (const { effect } of document.getAnimations()) {
        const { duration, iterations } = effect?.getComputedTiming() ?? {}
        if (Number(duration) > 1 || iterations === Number.POSITIVE_INFINITY)
          tokokuMoved((effect as KeyframeEffect).target?.outerHTML.slice(0, 100) ?? 'something')
      }
    }
    document.addEventListener('transitionrun', look, true)
    document.addEventListener('animationstart', look, true)
  })
  await sandbox.pay(attemptId(orderId))
  await shop.sees('Paid')
  expect(moved).toEqual([])
})

test('on paper there is the receipt and nothing to press', async ({ page, shop, sandbox }) => {
  const orderId = await shop.openOrder()
  await sandbox.pay(attemptId(orderId))
  await shop.sees('Paid')
  await page.evaluate(() => {
    window.print = () => document.body.classList.add('printed')
  })
  await page.getByRole('button', { name: 'Print receipt', exact: true }).click()
  await expect(page.locator('body')).toHaveClass(/printed/)

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.getByRole('heading', { name: 'Receipt', exact: true })).toBeVisible()
  await expect(page.getByText(orderId, { exact: true })).toBeVisible()
  await expect(page.getByText('Tokoku', { exact: true }).first()).toBeVisible()
  for (const role of ['button', 'navigation', 'contentinfo'] as const) {
    await expect(page.getByRole(role)).toHaveCount(0)
  }
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(ground).toBe('rgb(255, 255, 255)')
})

test('a code whose own address does not answer comes through the shop', async ({
  page,
  shop,
  sandbox,
  phone,
  watch,
}) => {
  watch.allow(/ERR_FAILED/)
  await page.route(`${sandbox.url}/**`, (route) => route.abort())
  const orderId = await shop.openOrder()
  await expect(page.getByRole('img', { name: /^QR code/ })).toHaveAttribute(
    'src',
    `/orders/${orderId}/qr.png`,
  )
  await phone.scan(page, { issuer: 'dana' })
  await shop.sees('Paid')
})
