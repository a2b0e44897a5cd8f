import { test } from '@/tests/kit/playwright'

test('an order that ran out of time is paid after all', async ({ page, shop, phone, clock }) => {
  const orderId = await shop.placeOrder({ method: 'QRIS' })
  await clock.pass(15, orderId)
  await shop.sees('Expired')
  await page.getByRole('button', { name: 'Pay again' }).click()
  await phone.scan(page)
  await shop.sees('Paid')
})
