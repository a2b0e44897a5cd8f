import { devices, expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'

test('a form that is sent twice without JavaScript is one order', async ({
  page,
  shop,
  sandbox,
}) => {
  await shop.fillCheckout()
  const form = Object.fromEntries(
    await page
      .locator('main form input[name]:not([type=radio])')
      .evaluateAll((inputs) =>
        inputs.map((input) => [
          (input as HTMLInputElement).name,
          (input as HTMLInputElement).value,
        ]),
      ),
  )
  const send = () =>
    page.request.post('/checkout', {
      multipart: { ...form, method: 'gopay' },
      headers: { Origin: shop.url },
      maxRedirects: 0,
    })
  const answers = await Promise.all([send(), send()])
  answers.push(await send())
  expect(answers.map((answer) => answer.status())).toEqual([303, 303, 303])
  expect(new Set(answers.map((answer) => answer.headers().location)).size).toBe(1)
  expect(await sandbox.transactionsOf(shop.customer.email)).toHaveLength(1)
})

test('cart forms without JavaScript say what is wrong and keep the cart', async ({
  page,
  shop,
}) => {
  await shop.fillCart({ 1: 2, 5: 1 })
  await page.goto('/cart')
  await page.getByLabel('Quantity of Kopi Gayo, 150 g').fill('0')
  await page.getByLabel('Quantity of Kopi Gayo, 150 g').press('Enter')
  await expect(page.getByText('Choose a whole number from 1 to 99.')).toBeVisible()
  const cart = page.getByRole('link', { name: 'Cart', exact: true })
  await page.getByRole('button', { name: 'Remove Keripik Tempe, 200 g' }).click()
  await expect(cart).toHaveAccessibleDescription('2 items')
  await page.getByRole('button', { name: 'One Kopi Gayo, 150 g less' }).click()
  await expect(cart).toHaveAccessibleDescription('1 item')
})

test('an order is cancelled and paid again without JavaScript', async ({ page, shop, phone }) => {
  await shop.openOrder()
  await page.getByRole('button', { name: 'Cancel order', exact: true }).click()
  await shop.sees('Cancelled')
  await page.getByRole('button', { name: 'Pay again', exact: true }).click()
  await phone.scan(page, { issuer: 'gopay' })
  await shop.sees('Paid')
})

test.describe('on a phone', () => {
  const { userAgent, viewport, deviceScaleFactor, isMobile, hasTouch } = devices['Pixel 7']
  test.use({ userAgent, viewport, deviceScaleFactor, isMobile, hasTouch })

  test('the form itself ends at the wallet, and the wallet brings the shopper back', async ({
    page,
    shop,
    phone,
  }) => {
    await shop.placeOrder()
    await phone.approve(page)
    await shop.sees('Paid')
    await expect(page.getByText('GoPay', { exact: true })).toBeVisible()
  })
})
