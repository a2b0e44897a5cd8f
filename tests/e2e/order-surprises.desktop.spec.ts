import { expect } from 'playwright/test'
import { findViolations } from '@/tests/kit/find-violations'
import { test } from '@/tests/kit/playwright'
import type { SandboxTransaction } from '@/tests/kit/sandbox-control'
import { attemptId, type ShopClient } from '@/tests/kit/shop-client'
import { tellShop } from '@/tests/kit/tell-shop'

const tell = ({ url }: ShopClient, ...what: [SandboxTransaction, string, string?]) =>
  tellShop({ url, serverKey: process.env.TOKOKU_SERVER_KEY }, ...what)

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
