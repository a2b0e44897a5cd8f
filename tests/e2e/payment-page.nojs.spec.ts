import { devices, expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { attemptId } from '@/tests/kit/shop-client'

test('another device is sent to the page without JavaScript, and back', async ({
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
  await page.getByRole('button', { name: 'Back to the payment code', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Save QR code', exact: true })).toBeVisible()
  expect(await phone.readCode(page)).toBe(code)
  await sandbox.pay(attemptId(orderId))
  await shop.sees('Paid')
  await expect(page.getByRole('button', { name: 'Print receipt' })).toBeHidden()
})

test('an order that runs out of time ends by itself without JavaScript', async ({
  page,
  shop,
  sandbox,
}) => {
  const orderId = await shop.openOrder()
  await shop.sees('Waiting for payment')
  await sandbox.advance(15 * 60, attemptId(orderId))
  await shop.sees('Expired')
  await page.getByRole('button', { name: 'Pay again', exact: true }).click()
  await shop.sees('Waiting for payment')
})

test.describe('on a phone', () => {
  const { userAgent, viewport, deviceScaleFactor, isMobile, hasTouch } = devices['iPhone 15']
  test.use({ userAgent, viewport, deviceScaleFactor, isMobile, hasTouch })

  test('back from the wallet leads on to the order and not into the wallet again', async ({
    page,
    shop,
    sandbox,
  }) => {
    const orderId = await shop.placeOrder()
    await page.waitForURL(`${sandbox.url}/**`)
    await page.goBack()
    await expect(page).toHaveURL('/checkout')
    await page.getByRole('link', { name: 'Go on with it', exact: true }).click()
    await expect(page).toHaveURL(`/orders/${orderId}`)
    await shop.sees('Waiting for payment')
    await page.getByRole('link', { name: 'Show QR code', exact: true }).click()
    await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible()
  })
})
