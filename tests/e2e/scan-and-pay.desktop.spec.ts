import { expect } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { attemptId } from '@/tests/kit/shop-client'

test('an order paid by QRIS is charged as qris and shows the app that paid', async ({
  page,
  shop,
  sandbox,
  phone,
}) => {
  const orderId = await shop.openOrder({ method: 'QRIS' })
  await shop.sees('Waiting for payment')
  await expect(page.getByRole('link', { name: 'Open GoPay' })).toHaveCount(0)
  const [charged] = await sandbox.transactions(attemptId(orderId))
  expect(charged?.payment_type).toBe('qris')

  await phone.scan(page, { issuer: 'ovo' })
  await shop.sees('Paid')
  await expect(page.getByText('QRIS with OVO', { exact: true })).toBeVisible()
  expect(await shop.status(orderId)).toMatchObject({ status: 'paid', paymentType: 'qris' })
})

test('a page learns of the payment from its stream, and does not ask', async ({
  page,
  shop,
  sandbox,
}) => {
  const listens = page.waitForResponse((response) => response.url().endsWith('/events'))
  const orderId = await shop.openOrder()
  await listens
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/status')) asked.push(request.url())
  })
  await sandbox.pay(attemptId(orderId))
  await shop.sees('Paid')
  expect(asked).toEqual([])
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
