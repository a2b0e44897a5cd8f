import { expect } from 'playwright/test'
import { findViolations } from '@/tests/kit/find-violations'
import { notificationOf, sign } from '@/tests/kit/notifications'
import { test } from '@/tests/kit/playwright'
import type { PayableTransaction } from '@/tests/kit/sandbox-client'
import { attemptId, type ShopClient } from '@/tests/kit/shop-client'

/** Tells the shop in Midtrans's name what Midtrans itself knows nothing of. */
async function tell(
  { url }: ShopClient,
  { order_id, transaction_id, gross_amount }: PayableTransaction,
  status: string,
  amount = gross_amount,
): Promise<void> {
  const about = { order_id, transaction_id, gross_amount: amount }
  const response = await fetch(`${url}/api/midtrans/notification`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(sign(notificationOf(about, status), process.env.TOKOKU_SERVER_KEY)),
  })
  expect(response.status).toBe(200)
}

test('an order that is paid after its time says so, and that a person looks at what contradicts it', async ({
  page,
  shop,
  sandbox,
  words,
}) => {
  const orderId = await shop.openOrder()
  const [charged] = await sandbox.transactions(attemptId(orderId))
  if (!charged) throw new Error('There is no transaction.')
  await tell(shop, charged, 'expire')
  await shop.sees('Expired')
  await sandbox.pay(charged.order_id)
  await shop.sees('Paid')
  await expect(shop.statusLine).toContainText(words.orders.paidLate)
  await tell(shop, charged, 'settlement', '1.00')
  await page.reload()
  await expect(page.getByText(words.orders.needsPerson)).toBeVisible()
  expect(await findViolations(page)).toEqual([])
})

test('an order that is paid twice says that what is too much goes back', async ({
  page,
  shop,
  sandbox,
  words,
}) => {
  const orderId = await shop.openOrder()
  const [first] = await sandbox.transactions(attemptId(orderId))
  if (!first) throw new Error('There is no transaction.')
  await tell(shop, first, 'expire')
  await shop.sees('Expired')
  await page.getByRole('button', { name: 'Pay again', exact: true }).click()
  await shop.sees('Waiting for payment')
  await sandbox.pay(attemptId(orderId, 2))
  await shop.sees('Paid')
  await sandbox.pay(first.order_id)
  // The status is what it was, and the page that is open says so all the same.
  await expect(page.getByText(words.orders.paidTwice)).toBeVisible()
  expect(await findViolations(page)).toEqual([])
})

test('what came of a press is told beside the order', async ({ page, shop, words }) => {
  const orderId = await shop.openOrder()
  for (const problem of ['no_answer', 'too_often'] as const) {
    await page.goto(`/orders/${orderId}?problem=${problem}`)
    await expect(page.getByText(words.orders.problems[problem])).toBeVisible()
  }
})
