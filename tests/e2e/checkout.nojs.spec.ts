import { devices, expect, type Page } from 'playwright/test'
import { test } from '@/tests/kit/playwright'

const pay = (page: Page) => page.getByRole('button', { name: 'Pay', exact: true })

test('a shopper without JavaScript walks from the shelf to a paid order', async ({
  page,
  shop,
  sandbox,
  phone,
}) => {
  await page.goto('/')
  await page.getByRole('link', { name: /Teh Melati/ }).click()
  await page.getByLabel('Quantity').fill('3')
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click()
  await expect(page.getByText('It is in your cart.')).toBeVisible()
  const cart = page.getByRole('link', { name: 'Cart', exact: true })
  await expect(cart).toHaveAccessibleDescription('3 items')
  await cart.click()
  await page.getByRole('button', { name: 'One Teh Melati Tegal, 40 g less' }).click()
  await expect(cart).toHaveAccessibleDescription('2 items')
  await page.getByRole('link', { name: 'Checkout', exact: true }).click()

  await page.getByLabel('Name', { exact: true }).fill(shop.customer.name)
  await page.getByLabel('Email', { exact: true }).fill('sari')
  await page.getByLabel('Phone', { exact: true }).fill(shop.customer.phone)
  await page.getByRole('radio', { name: 'QRIS', exact: true }).check()
  await pay(page).click()
  const email = page.getByLabel('Email', { exact: true })
  await expect(email).toHaveAccessibleDescription(/such as name@example\.com/)
  await expect(email).toHaveValue('sari')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(shop.customer.name)
  await expect(page.getByRole('radio', { name: 'QRIS', exact: true })).toBeChecked()

  await email.fill(shop.customer.email)
  await pay(page).click()
  await shop.sees('Waiting for payment')
  expect(await sandbox.transactionsOf(shop.customer.email)).toHaveLength(1)
  await phone.scan(page, { issuer: 'dana' })
  await shop.sees('Paid')
  await expect(page.getByText('QRIS with DANA', { exact: true })).toBeVisible()
})

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
  await page.getByRole('button', { name: 'Remove Keripik Tempe, 200 g' }).click()
  await expect(page.getByRole('link', { name: 'Cart', exact: true })).toHaveAccessibleDescription(
    '2 items',
  )
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
