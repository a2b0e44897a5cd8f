import { expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { faultFor } from '@/tests/kit/sandbox-control'
import { attemptId } from '@/tests/kit/shop-client'

test('a charge that Midtrans refuses ends in a sentence, the order number and Pay again', async ({
  page,
  shop,
  sandbox,
}) => {
  await sandbox.setFaults([faultFor(shop.customer, 'charge', 'validation_400', { times: 1 })])
  const orderId = await shop.placeOrder()
  await shop.sees('Failed')
  await expect(shop.statusLine).toContainText('Nothing was charged')
  await expect(page.getByText(orderId, { exact: true })).toBeVisible()
  expect(await page.content()).not.toContain('validation')
  expect(await sandbox.transactions(attemptId(orderId))).toEqual([])

  await page.getByRole('button', { name: 'Pay again', exact: true }).click()
  await shop.sees('Waiting for payment')
  await sandbox.pay(attemptId(orderId, 2))
  await shop.sees('Paid')
})

test('a payment channel that is not active fails the order in the same way', async ({
  page,
  shop,
  sandbox,
}) => {
  await sandbox.setFaults([faultFor(shop.customer, 'charge', 'inactive_402')])
  await shop.openOrder({ method: 'QRIS' })
  await shop.sees('Failed')
  await expect(page.getByRole('button', { name: 'Pay again', exact: true })).toBeVisible()
})

test('a slow charge keeps the shopper on the form, and is made once', async ({
  page,
  shop,
  sandbox,
}) => {
  await sandbox.setFaults([
    faultFor(shop.customer, 'charge', 'slow_before', { delay_ms: 1_500, times: 1 }),
  ])
  await shop.fillCheckout()
  const pay = page.getByRole('button', { name: 'Pay', exact: true })
  await pay.click()
  await expect(pay).toHaveAttribute('aria-busy', 'true')
  await shop.sees('Waiting for payment')
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible()
  expect(await sandbox.transactionsOf(shop.customer.email)).toHaveLength(1)
})

test('after a charge whose answer was lost the page waits and then shows the code by itself', async ({
  page,
  shop,
  sandbox,
  phone,
}) => {
  await sandbox.setFaults([
    faultFor(shop.customer, 'charge', 'reset_after', { times: 1 }),
    // Until the page in between has been seen.
    faultFor(shop.customer, 'charge', 'status_429'),
  ])
  const orderId = await shop.openOrder()
  await shop.sees('Waiting for payment')
  await expect(shop.statusLine).toContainText('We are asking Midtrans')
  // In its place nothing that anyone would notice.
  await sandbox.setFaults([faultFor(shop.customer, 'charge', 'slow_before', { delay_ms: 1 })])
  await phone.scan(page, { issuer: 'dana' })
  await shop.sees('Paid')
  expect(shop.orderId()).toBe(orderId)
  expect(await sandbox.transactionsOf(shop.customer.email)).toHaveLength(1)
})

test('an answer without the QR address still lets the shopper pay or cancel', async ({
  page,
  shop,
  sandbox,
}) => {
  await sandbox.setFaults([faultFor(shop.customer, 'charge', 'missing_actions', { times: 1 })])
  await shop.openOrder()
  await shop.sees('Waiting for payment')
  await page.getByRole('button', { name: 'Cancel order', exact: true }).click()
  await shop.sees('Cancelled')
})
