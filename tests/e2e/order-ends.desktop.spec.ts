import { expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { attemptId } from '@/tests/kit/shop-client'

const FIFTEEN_MINUTES = 15 * 60

test('an order that runs out of time can be paid again, by another code', async ({
  page,
  shop,
  sandbox,
  phone,
}) => {
  const orderId = await shop.openOrder()
  const firstCode = await phone.readCode(page)
  await sandbox.advance(FIFTEEN_MINUTES, attemptId(orderId))
  await shop.sees('Expired')
  expect(await shop.status(orderId)).toMatchObject({ status: 'expired', paidAt: null })

  await page.getByRole('button', { name: 'Pay again', exact: true }).click()
  await shop.sees('Waiting for payment')
  expect(shop.orderId()).toBe(orderId)
  expect(await phone.readCode(page)).not.toBe(firstCode)
  await phone.scan(page, { issuer: 'dana' })
  await shop.sees('Paid')
  const [second] = await sandbox.transactions(attemptId(orderId, 2))
  expect(second?.transaction_status).toBe('settlement')
})

test('a cancelled order is cancelled at Midtrans too, and can be paid again', async ({
  page,
  shop,
  sandbox,
  phone,
}) => {
  const orderId = await shop.openOrder({ method: 'QRIS' })
  await page.getByRole('button', { name: 'Cancel order', exact: true }).click()
  await shop.sees('Cancelled')
  const [cancelled] = await sandbox.transactions(attemptId(orderId))
  expect(cancelled?.transaction_status).toBe('cancel')
  await expect(page.getByRole('button', { name: 'Cancel order' })).toHaveCount(0)

  await page.getByRole('button', { name: 'Pay again', exact: true }).click()
  await phone.scan(page, { issuer: 'ovo' })
  await shop.sees('Paid')
  await expect(page.getByRole('button', { name: 'Pay again' })).toHaveCount(0)
})

test('what was paid before Cancel was pressed stays paid, and the page says so', async ({
  page,
  shop,
  sandbox,
  faults,
}) => {
  const orderId = await shop.openOrder()
  // Nobody tells the shop of the payment: it learns of it from Midtrans's answer to the cancellation.
  await faults.notification('drop')
  await page.goto(`/orders/${orderId}`)
  const cancel = page.getByRole('button', { name: 'Cancel order', exact: true })
  await expect(cancel).toBeVisible()
  await sandbox.pay(attemptId(orderId))
  await cancel.click()
  await shop.sees('Paid')
  await expect(page.getByText('It is paid, so it could not be cancelled any more.')).toBeVisible()
})

test('an order that is decided sends its payment page on to the order', async ({
  page,
  shop,
  sandbox,
}) => {
  const orderId = await shop.openOrder()
  await sandbox.pay(attemptId(orderId))
  await shop.sees('Paid')
  await page.goto(`/checkout/${orderId}?show=qr`)
  await expect(page).toHaveURL(`${shop.url}/orders/${orderId}`)
  await expect(page.getByRole('img', { name: /^QR code/ })).toHaveCount(0)
  const picture = await page.request.get(`/orders/${orderId}/qr.png`)
  expect(picture.status()).toBe(404)
})
