import { expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { faultFor } from '@/tests/kit/sandbox-control'
import { attemptId } from '@/tests/kit/shop-client'

test('a forged result=success on the way back does not make an order paid', async ({
  page,
  shop,
  phone,
}) => {
  const orderId = await shop.openOrder()
  await phone.decline(page)
  await page.goto(`/orders/${orderId}/finish?order_id=${attemptId(orderId)}&result=success`)
  await shop.sees('Waiting for payment')
  await expect(shop.statusLine).toContainText('waiting for Midtrans to confirm')
  await page.goto(`/orders/${orderId}?result=success&status=paid&transaction_status=settlement`)
  await shop.sees('Waiting for payment')
  expect(await shop.status(orderId)).toMatchObject({ status: 'pending', paidAt: null })
})

test('an order whose notification was lost is paid when the shopper is back', async ({
  page,
  shop,
  sandbox,
  phone,
}) => {
  await sandbox.setFaults([
    { match: { email: shop.customer.email }, on: 'notification', fault: 'drop' },
  ])
  const orderId = await shop.openOrder()
  await phone.approve(page)
  await shop.sees('Paid')
  const notified = await sandbox.notifications(attemptId(orderId))
  expect(notified.every(({ response }) => response === null)).toBe(true)
})

test('the order page never opens the wallet by itself', async ({ page, shop, phone }) => {
  const orderId = await shop.openOrder()
  await phone.decline(page)
  const response = await page.request.get(`/orders/${orderId}`, { maxRedirects: 0 })
  expect(response.status()).toBe(200)
  const payment = await page.request.get(`/checkout/${orderId}`, { maxRedirects: 0 })
  expect([303, 307]).toContain(payment.status())
})

test('a lost charge answer takes the phone to the wallet all the same', async ({
  page,
  shop,
  sandbox,
  phone,
}) => {
  await sandbox.setFaults([faultFor(shop.customer, 'charge', 'reset_after', { times: 1 })])
  await shop.openOrder()
  await shop.sees('Waiting for payment')
  await phone.approve(page)
  await shop.sees('Paid')
  expect(await sandbox.transactionsOf(shop.customer.email)).toHaveLength(1)
})
