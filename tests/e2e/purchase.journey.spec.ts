import { expect } from 'playwright/test'
import { deviceClasses, looks, ONE_LOOK, walletClasses } from '@/tests/kit/device-classes'
import { findViolationsAsShown } from '@/tests/kit/find-violations'
import { test } from '@/tests/kit/playwright'
import { attemptId } from '@/tests/kit/shop-client'

const PRODUCT = 'Kopi Gayo, 150 g'

type Walk = Parameters<typeof test>[2]

/** On one class of device. */
const walk =
  (device: string): Walk =>
  async ({ page, shop, sandbox, phone, words, javaScriptEnabled }, { project }) => {
    test.slow()
    const { cart, checkout, orders, payment } = words
    const problems: string[] = []
    async function look(): Promise<void> {
      // axe is a script itself, and a page without scripts may load itself again at any time.
      if (javaScriptEnabled === false) return
      if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth))
        problems.push(`${page.url()} is wider than the screen`)
      if (project.metadata.axe) problems.push(...(await findViolationsAsShown(page)))
    }
    const link = (name: string) => page.getByRole('link', { name, exact: true })
    const button = (name: string) => page.getByRole('button', { name, exact: true })

    await page.goto('/')
    await look()
    await page.getByRole('link', { name: new RegExp(PRODUCT) }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(PRODUCT)
    await look()
    await button(cart.add.submit).click()
    await expect(page.getByText(cart.add.done)).toBeVisible()
    await expect(link(cart.link)).toHaveAccessibleDescription(cart.oneItem)
    await link(cart.link).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(cart.heading)
    await look()
    await button(cart.line.more.replace('{product}', PRODUCT)).click()
    await expect(link(cart.link)).toHaveAccessibleDescription(
      cart.manyItems.replace('{count}', '2'),
    )
    await link(cart.checkout).click()

    await page.getByLabel(checkout.form.name, { exact: true }).fill(shop.customer.name)
    await page.getByLabel(checkout.form.email, { exact: true }).fill(shop.customer.email)
    await page.getByLabel(checkout.form.phone, { exact: true }).fill('123')
    await button(checkout.form.pay).click()
    const number = page.getByLabel(checkout.form.phone, { exact: true })
    await expect(number).toHaveAccessibleDescription(
      new RegExp(checkout.fieldErrors.phone.invalid.replace('.', '\\.')),
    )
    await expect(page.getByLabel(checkout.form.name, { exact: true })).toHaveValue(
      shop.customer.name,
    )
    await look()
    await number.fill(shop.customer.phone)
    await button(checkout.form.pay).click()

    const isWallet = walletClasses.includes(device)
    if (isWallet) {
      // Not now: the shop still waits, and offers both ways.
      await phone.decline(page)
      await shop.sees(orders.status.pending.title)
      await expect(shop.statusLine).toContainText(orders.walletFailure.happened)
      expect(await shop.status(shop.orderId())).toMatchObject({ status: 'pending', paidAt: null })
      await look()
      await link(payment.showQr).click()
      await expect(page.getByRole('img', { name: /^(QR code|Kode QR)/ })).toBeVisible()
      await look()
      await link(payment.openGopay).click()
      await phone.approve(page)
    } else {
      await shop.sees(orders.status.pending.title)
      await expect(page).toHaveURL(`/checkout/${shop.orderId()}`)
      const code = payment.qrAlt
        .replace('{amount}', 'Rp 88.000')
        .replace('{orderId}', shop.orderId())
      await expect(page.getByRole('img', { name: code, exact: true })).toBeVisible()
      await look()
      await phone.scan(page, { issuer: 'dana' })
    }
    await shop.sees(orders.status.paid.title)
    const orderId = shop.orderId()
    expect(new URL(page.url()).pathname).toBe(`/orders/${orderId}`)
    await expect(page).toHaveTitle(
      `${orders.title.replace('{status}', orders.status.paid.title)} · Tokoku`,
    )
    await expect(shop.statusLine).toContainText('Rp 88.000')
    await expect(page.getByRole('heading', { name: orders.receipt.heading })).toBeVisible()
    const way = isWallet ? 'GoPay' : orders.qrisWith.replace('{app}', 'DANA')
    await expect(page.getByText(way, { exact: true })).toBeVisible()
    await look()
    const status = await shop.status(orderId)
    expect(status).toMatchObject({
      ...{ orderId, status: 'paid', grossAmount: 88_000, currency: 'IDR' },
      paymentType: isWallet ? 'gopay' : 'qris',
    })
    expect(status.paidAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    const [charged, ...more] = await sandbox.transactionsOf(shop.customer.email)
    expect(charged).toMatchObject({ order_id: attemptId(orderId), gross_amount: '88000.00' })
    expect(more).toEqual([])
    expect(problems).toEqual([])
  }

for (const [index, [name, device]] of Object.entries(deviceClasses).entries()) {
  // Which browser it is can only be chosen for a whole project.
  const { defaultBrowserType: _, ...use } = device
  for (const [at, look] of looks.entries()) {
    const tag = at === index % looks.length ? [ONE_LOOK] : []
    test.describe(`${name}, ${look.locale}, ${look.colorScheme}`, { tag }, () => {
      test.use({ ...use, ...look })
      test('a shopper walks from the shelf to a paid order', walk(name))
    })
  }
}
