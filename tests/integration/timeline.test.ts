import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cancelByShop } from '@/lib/orders/cancel-by-shop'
import { findPayment } from '@/lib/orders/find-payment'
import { reconcilePayment } from '@/lib/orders/reconcile'
import { refundPayment } from '@/lib/orders/refund-payment'
import { readTimeline, readTimelineMark } from '@/lib/orders/timeline'
import { notificationAbout, SERVER_KEY } from '../kit/notifications'
import { notify } from '../kit/notify'
import { makeOrder, placementOf, placeOne } from '../kit/orders'
import { faultFor } from '../kit/sandbox-control'
import { openShopWithSandbox, type ShopWithSandbox } from '../kit/shop-with-sandbox'

let shop: ShopWithSandbox
beforeAll(async () => {
  shop = await openShopWithSandbox()
})
afterAll(() => shop.close())

async function storyOf(orderId: string) {
  const timeline = await readTimeline(orderId)
  if (!timeline) throw new Error(`no timeline of ${orderId}`)
  return timeline
}

test('an order that went wrong is explained from its first call on', async () => {
  const placement = placementOf()
  await shop.sandbox.setFaults([
    faultFor(placement.customer, 'charge', 'validation_400', { times: 1 }),
  ])
  const orderId = await placeOne(placement)
  const { status, entries } = await storyOf(orderId)
  expect(status).toBe('failed')
  expect(entries.map(({ kind, about, told }) => [kind, about, told])).toEqual([
    ['placed', 'order', null],
    ['call', 'charge', null],
    ['error', 'charge', null],
    ['decision', 'shop', 'failure'],
  ])
  expect(entries[2]?.body).toMatchObject({ code: 'validation_failed', httpStatus: 400 })
  expect(entries[3]).toMatchObject({ verdict: 'applied', reason: 'failure after created' })
})

test('each entry has its time, attempt, duration and instance', async () => {
  const orderId = await placeOne()
  const { entries } = await storyOf(orderId)
  const [, call, answer] = entries
  expect(call).toMatchObject({ attempt: 1, durationMs: null })
  expect(answer?.durationMs).toBeGreaterThan(0)
  for (const entry of [call, answer]) {
    expect(entry?.instance).toMatch(new RegExp(`:${process.pid}$`))
    expect(entry?.afterMs).toBeGreaterThanOrEqual(0)
  }
})

test('the curl lines do what the shop did: ask, charge under the same key, cancel', async () => {
  const orderId = await placeOne()
  const payment = await findPayment(orderId)
  if (payment) await reconcilePayment(payment)
  const linesOf = async () =>
    (await storyOf(orderId)).entries.flatMap(({ about, curl }) => (curl ? [{ about, curl }] : []))
  const run = (line: string) => {
    const env = { ...process.env, MIDTRANS_SERVER_KEY: SERVER_KEY }
    return JSON.parse(execFileSync('/bin/sh', ['-c', `${line} -s`], { env }).toString())
  }
  const { transaction_id } = await shop.sandbox.transaction(`${orderId}-1`)
  const [charge, status] = await linesOf()
  expect([charge?.about, status?.about]).toEqual(['charge', 'status'])
  const same = { transaction_id, transaction_status: 'pending' }
  expect(run(status?.curl ?? '')).toMatchObject(same)
  expect(run(charge?.curl ?? '')).toMatchObject(same)

  await cancelByShop(orderId)
  const cancel = (await linesOf()).find(({ about }) => about === 'cancel')
  // It is cancelled already.
  expect(run(cancel?.curl ?? '')).toMatchObject({ status_code: '412' })
})

test('a decision tells the rule that made it, and a forgery leaves no entry', async () => {
  const order = await makeOrder(shop, { status: 'settlement' })
  await notify(notificationAbout(order, 'expire'))
  await notify({ ...notificationAbout(order, 'refund'), signature_key: 'ab'.repeat(64) })
  const { entries } = await storyOf(order.orderId)
  expect(entries.slice(1)).toMatchObject([
    {
      kind: 'notification',
      verdict: 'out_of_date',
      reason: 'expire after settlement',
      seen: 'settlement',
      told: 'expire',
    },
  ])
})

test('nothing of it says a key, a signature or who ordered', async () => {
  const placement = placementOf()
  const orderId = await placeOne(placement)
  await shop.sandbox.pay(`${orderId}-1`)
  await refundPayment({ orderId }, { refundKey: randomUUID(), amount: 1, reason: 'x' })
  const text = JSON.stringify(await storyOf(orderId))
  const { name, email, phone } = placement.customer
  for (const secret of [name, email, phone, process.env.MIDTRANS_SERVER_KEY ?? '-']) {
    expect(text).not.toContain(secret)
  }
  expect(text).not.toMatch(/[0-9a-f]{128}|customer_details":\{/)
  expect(text).toContain('-u \\"$MIDTRANS_SERVER_KEY:\\"')
})

test('the mark changes with every entry, also with one that changes nothing', async () => {
  const order = await makeOrder(shop, { status: 'settlement' })
  const before = await readTimelineMark(order.orderId)
  await notify(notificationAbout(order, 'pending'))
  const after = await readTimelineMark(order.orderId)
  expect(after).not.toBe(before)
  expect(await readTimelineMark(order.orderId)).toBe(after)
})

test('a payment that was asked about for days shows its latest entries and says so', async () => {
  const order = await makeOrder(shop)
  await shop.sql(
    `INSERT INTO payment_event (order_id, midtrans_order_id, source, kind, body)
     SELECT $1, $2, 'status', 'call', '{}' FROM generate_series(1, 450)`,
    [order.orderId, order.midtransOrderId],
  )
  const { entries, omitted } = await storyOf(order.orderId)
  expect(omitted).toBe(50)
  expect(entries).toHaveLength(401)
  expect(entries[0]?.kind).toBe('placed')
})

test.each(['TKO-00000000000000000000000000', "' OR 1=1 --", ''])(
  '%j has no timeline',
  async (id) => {
    expect(await readTimeline(id)).toBeUndefined()
    expect(await readTimelineMark(id)).toBeUndefined()
  },
)
