import { afterAll, beforeAll, expect, test } from 'vitest'
import { findReconcilable, reconcilePayment } from '@/lib/orders/reconcile'
import { readOrder, readPayment } from '../../kit/ledger'
import { makeOrder, placementOf, placeOne } from '../../kit/orders'
import { runCommand } from '../../kit/run-command'
import { faultFor } from '../../kit/sandbox-control'
import { openShopWithSandbox, type ShopWithSandbox } from '../../kit/shop-with-sandbox'

let shop: ShopWithSandbox
beforeAll(async () => {
  shop = await openShopWithSandbox({ SCHEDULE_SCALE: '0.02' })
})
afterAll(() => shop.close())

const WEEK = 7

async function findingsOf(orderId: string) {
  const payments = (await findReconcilable(WEEK)).filter((payment) => payment.orderId === orderId)
  const findings = []
  for (const payment of payments) findings.push(await reconcilePayment(payment))
  return findings
}

test.each([
  ['was paid', 'pay', 'settlement', 'paid'],
  ['expired', 'expire', 'expire', 'expired'],
  ['was cancelled elsewhere', 'cancel', 'cancel', 'cancelled'],
] as const)(
  'an attempt that %s while nobody heard of it is found',
  async (_, how, told, status) => {
    const orderId = await placeOne()
    await shop.sandbox[how](`${orderId}-1`)
    expect(await findingsOf(orderId)).toEqual([
      {
        orderId,
        attempt: 1,
        here: 'pending',
        midtrans: told,
        done: `now ${told} here`,
        agrees: true,
      },
    ])
    expect((await readOrder(shop, orderId)).status).toBe(status)
  },
)

test('an attempt that was given up here and paid there is paid late', async () => {
  const orderId = await placeOne()
  await shop.sandbox.pay(`${orderId}-1`)
  await shop.sql(`UPDATE payment SET status = 'expire', next_check_at = NULL WHERE order_id = $1`, [
    orderId,
  ])
  await shop.sql(`UPDATE orders SET status = 'expired' WHERE id = $1`, [orderId])
  expect(await findingsOf(orderId)).toMatchObject([
    { here: 'expire', midtrans: 'settlement', done: 'now settlement here', agrees: true },
  ])
  expect(await readOrder(shop, orderId)).toMatchObject({ status: 'paid', paidLate: true })
})

test('an attempt that agrees is left as it is, and is not asked about again for years', async () => {
  const orderId = await placeOne()
  await shop.sandbox.pay(`${orderId}-1`)
  await findingsOf(orderId)
  expect(await findingsOf(orderId)).toMatchObject([
    { here: 'settlement', midtrans: 'settlement', done: '', agrees: true },
  ])
  expect((await readPayment(shop, orderId)).nextCheckAt).toBeNull()
  await shop.sql(`UPDATE payment SET created_at = now() - interval '8 days' WHERE order_id = $1`, [
    orderId,
  ])
  expect(await findingsOf(orderId)).toEqual([])
})

test('an attempt whose process died before the charge is charged', async () => {
  const { orderId } = await makeOrder(shop, { status: 'created' })
  expect(await findingsOf(orderId)).toMatchObject([
    { here: 'created', midtrans: 'pending', done: 'charged, now pending here', agrees: true },
  ])
})

test('what Midtrans does not answer does not agree', async () => {
  const placement = placementOf()
  const orderId = await placeOne(placement)
  await shop.sandbox.setFaults([faultFor(placement.customer, 'status', 'status_503', { times: 1 })])
  expect(await findingsOf(orderId)).toMatchObject([
    { here: 'pending', midtrans: 'gateway_error', done: '', agrees: false },
  ])
})

test('the command prints what it found and changed, and ends with 0 when all agree', async () => {
  const orderId = await placeOne()
  await shop.sandbox.pay(`${orderId}-1`)
  const { code, output } = await runCommand('reconcile')
  expect(output).toMatch(/^order +attempt +here +Midtrans +what was done$/m)
  expect(output).toMatch(
    new RegExp(`^${orderId} +1 +pending +settlement +now settlement here$`, 'm'),
  )
  expect(output).toMatch(/^All \d+ agree\.$/m)
  expect(code).toBe(0)
})

test('the command lists what only a person can settle, and why', async () => {
  const placement = placementOf()
  const orderId = await placeOne(placement)
  await shop.sandbox.setFaults([faultFor(placement.customer, 'status', 'wrong_amount')])
  await findingsOf(orderId)
  const { output } = await runCommand('reconcile')
  expect(output).toMatch(/^For a person to look at:$/m)
  expect(output).toMatch(new RegExp(`^${orderId} +1 +pending +amount_differs$`, 'm'))
  await shop.sandbox.expire(`${orderId}-1`)
  await shop.sandbox.clearFaults()
})

test('the command ends with 1 while something differs', async () => {
  const orderId = await placeOne()
  await shop.sandbox.reset(`${orderId}-1`)
  const { code, output } = await runCommand('reconcile')
  expect(output).toMatch(new RegExp(`^${orderId} +1 +pending +not_found +STILL DIFFERS$`, 'm'))
  expect(code).toBe(1)
})
