import { expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { attemptId } from '@/tests/kit/shop-client'
import { recordStatusTimes } from '@/tests/kit/status-times'
import { waitFor } from '@/tests/kit/wait-for'

test('a desktop shopper walks from the shelf to a paid order', async ({
  page,
  shop,
  sandbox,
  phone,
}) => {
  await page.goto('/')
  await page.getByRole('link', { name: /Kopi Gayo/ }).click()
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click()
  const cart = page.getByRole('link', { name: 'Cart', exact: true })
  await expect(cart).toHaveAccessibleDescription('1 item')
  await cart.click()
  await page.getByRole('button', { name: 'One Kopi Gayo, 150 g more' }).click()
  await expect(cart).toHaveAccessibleDescription('2 items')
  await page.getByRole('link', { name: 'Checkout', exact: true }).click()

  await page.getByLabel('Name', { exact: true }).fill(shop.customer.name)
  await page.getByLabel('Email', { exact: true }).fill(shop.customer.email)
  await page.getByLabel('Phone', { exact: true }).fill(shop.customer.phone)
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await shop.sees('Waiting for payment')

  const orderId = shop.orderId()
  const [charged] = await sandbox.transactions(attemptId(orderId))
  expect(charged).toMatchObject({ gross_amount: '88000.00', payment_type: 'gopay' })
  const code = page.getByRole('img', { name: /^QR code/ })
  const source = charged?.actions.find(({ name }) => name === 'generate-qr-code')?.url
  await expect(code).toHaveAttribute('src', source ?? 'no such action')

  await phone.scan(page, { issuer: 'dana' })
  await shop.sees('Paid')
  await expect(page).toHaveURL(`${shop.url}/orders/${orderId}`)
  await expect(page.getByText('QRIS with DANA', { exact: true })).toBeVisible()
  const status = await shop.status(orderId)
  expect(status).toMatchObject({
    orderId,
    status: 'paid',
    paymentType: 'qris',
    grossAmount: 88_000,
    currency: 'IDR',
  })
  expect(status.paidAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
})

test('an order paid by QRIS is charged as qris and shows the app that paid', async ({
  page,
  shop,
  sandbox,
  phone,
}) => {
  const orderId = await shop.placeOrder({ method: 'QRIS' })
  await shop.sees('Waiting for payment')
  await expect(page.getByRole('link', { name: 'Open GoPay' })).toHaveCount(0)
  const [charged] = await sandbox.transactions(attemptId(orderId))
  expect(charged?.payment_type).toBe('qris')

  await phone.scan(page, { issuer: 'ovo' })
  await shop.sees('Paid')
  await expect(page.getByText('QRIS with OVO', { exact: true })).toBeVisible()
  expect(await shop.status(orderId)).toMatchObject({ status: 'paid', paymentType: 'qris' })
})

test('the page says Paid within a second of the notification', async ({
  page,
  shop,
  sandbox,
  phone,
}) => {
  const times = await recordStatusTimes(page)
  const orderId = await shop.openOrder()
  await sandbox.scan(await phone.readCode(page), 'gopay')
  await waitFor('the answer to the notification', async () => {
    const sent = await sandbox.notifications(attemptId(orderId))
    const news = sent.find(({ transaction_status }) => transaction_status === 'settlement')
    return news?.response?.status === 200
  })
  const notifiedAt = Date.now()
  await shop.sees('Paid')
  const paidAt = times.firstTime('Paid') ?? Number.POSITIVE_INFINITY
  expect(paidAt - notifiedAt).toBeLessThan(1_000)
})

test('reloading the payment page charges nothing and shows the same code', async ({
  page,
  shop,
  sandbox,
  phone,
}) => {
  const orderId = await shop.openOrder()
  const code = await phone.readCode(page)
  await page.reload()
  expect(await phone.readCode(page)).toBe(code)
  expect(await sandbox.transactionsOf(shop.customer.email)).toHaveLength(1)
  expect(code).toBe((await sandbox.transactions(attemptId(orderId)))[0]?.qr_string)
})
