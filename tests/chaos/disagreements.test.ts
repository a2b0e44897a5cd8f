import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { reconcilePayment } from '@/lib/orders/reconcile'
import { refundPayment } from '@/lib/orders/refund-payment'
import { sweep } from '@/lib/orders/sweep'
import { placeOne } from '../kit/orders'
import { openShopWithSandbox, type ShopWithSandbox } from '../kit/shop-with-sandbox'
import { findUnmadeRefunds } from './support/refund-rules'
import { countStock, findDisagreements, findUnstored } from './support/rules'

// The comparison that every storm ends with must be able to fail: each of these is one thing gone wrong.
let shop: ShopWithSandbox
beforeAll(async () => {
  shop = await openShopWithSandbox({ SCHEDULE_SCALE: '0.001' })
})
afterAll(() => shop.close())

async function wrongWith(orderId: string): Promise<string[]> {
  const all = await findDisagreements(shop.sql, shop.sandboxUrl)
  return all.filter((sentence) => sentence.includes(orderId))
}

async function learn(orderId: string): Promise<void> {
  const payments = await db().payment.findMany({ where: { orderId } })
  for (const payment of payments) await reconcilePayment(payment)
}

const states = {
  async open() {
    return placeOne()
  },
  async paid() {
    const orderId = await placeOne()
    await shop.sandbox.pay(`${orderId}-1`)
    await learn(orderId)
    const isDue = 'SELECT FROM orders WHERE id = $1 AND paid_hook_done_at IS NULL'
    while ((await shop.sql(isDue, [orderId])).length > 0) await sweep()
    return orderId
  },
  async refunded() {
    const orderId = await states.paid()
    const wish = { refundKey: `half-${orderId}`, amount: 20_000, reason: 'Broken' }
    expect(await refundPayment({ orderId }, wish)).toMatchObject({ ok: true })
    return orderId
  },
  async expired() {
    const orderId = await placeOne()
    await shop.sandbox.expire(`${orderId}-1`)
    await learn(orderId)
    return orderId
  },
}

/** Changes rows behind the guards of the database. */
async function forge(orderId: string, change: string): Promise<void> {
  await shop.sql(
    `BEGIN; SET LOCAL session_replication_role = replica;
     ${change.replaceAll('$order', `'${orderId}'`)}; COMMIT`,
  )
}

const event = (seen: string, told: string) =>
  `INSERT INTO payment_event (order_id, midtrans_order_id, source, kind, body, status_seen, status_told, verdict)
   VALUES ($order, $order || '-1', 'status', 'fact', '{}', '${seen}', '${told}', 'applied')`

test.each([
  [
    'paid',
    'money that is not seen',
    `UPDATE payment SET status = 'expire' WHERE order_id = $order`,
    'is expire here and settlement there',
  ],
  [
    'open',
    'money that is not there',
    `UPDATE payment SET status = 'settlement' WHERE order_id = $order`,
    'is settlement here and pending there',
  ],
  [
    'paid',
    'a paid order that does not say so',
    `UPDATE orders SET status = 'expired' WHERE id = $order`,
    'is expired with 1 paid attempts',
  ],
  [
    'open',
    'an order that says paid',
    `UPDATE orders SET status = 'paid' WHERE id = $order`,
    'is paid with 0 paid attempts',
  ],
  [
    'refunded',
    'a refund that the order hides',
    `UPDATE orders SET status = 'paid' WHERE id = $order`,
    'is paid although its payment is partial_refund',
  ],
  ['paid', 'a second move to paid', event('pending', 'settlement'), 'became paid 2 times'],
  [
    'paid',
    'no move to paid on record',
    `UPDATE payment_event SET verdict = 'known' WHERE order_id = $order`,
    'became paid 0 times',
  ],
  [
    'paid',
    'a hook that never ran',
    `UPDATE orders SET paid_hook_done_at = NULL WHERE id = $order`,
    'has not run its hook',
  ],
  [
    'expired',
    'a hook that ran unpaid',
    `UPDATE orders SET paid_hook_done_at = now() WHERE id = $order`,
    'has run its hook unpaid',
  ],
  [
    'paid',
    'another amount',
    `UPDATE payment SET gross_amount = gross_amount - 1 WHERE order_id = $order`,
    /costs 43999 here and 44000.00 there/,
  ],
  [
    'refunded',
    'another sum given back',
    `UPDATE payment SET refunded = 1 WHERE order_id = $order`,
    'has given back 1 here and 20000 there',
  ],
  [
    'refunded',
    'a refund nobody asked the bank for',
    `UPDATE refund SET key = 'other-' || key WHERE order_id = $order`,
    'is made here and there are 0 of it there',
  ],
  [
    'refunded',
    'a refund that waits for ever',
    `UPDATE refund SET state = 'asked' WHERE order_id = $order`,
    'still waits for Midtrans',
  ],
  [
    'refunded',
    'a refund of another amount',
    `UPDATE refund SET amount = 1 WHERE order_id = $order`,
    'is of another amount there',
  ],
  [
    'paid',
    'an order that forgot who paid it',
    `UPDATE orders SET paid_payment_id = NULL WHERE id = $order`,
    'does not know by which attempt it was paid',
  ],
  [
    'expired',
    'an attempt left open',
    `UPDATE payment SET status = 'pending' WHERE order_id = $order`,
    'is open although its order is expired',
  ],
  [
    'open',
    'an attempt without a charge',
    `UPDATE payment SET status = 'created' WHERE order_id = $order`,
    'still waits for its charge',
  ],
  [
    'paid',
    'a late payment without its mark',
    `${event('expire', 'settlement')}; DELETE FROM payment_event WHERE order_id = $order AND status_seen = 'pending'`,
    'is not marked as paid late',
  ],
  [
    'paid',
    'an order the shop has lost',
    `DELETE FROM payment WHERE order_id = $order`,
    'is known there only',
  ],
] as const)(
  'an order that is %s, with %s, is a disagreement',
  async (state, _, change, sentence) => {
    const orderId = await states[state]()
    expect(await wrongWith(orderId)).toEqual([])
    await forge(orderId, change)
    expect((await wrongWith(orderId)).join('\n')).toMatch(sentence)
  },
)

test('one thing more or less on the shelf is seen', async () => {
  const before = await countStock(shop.sql)
  await shop.sql('UPDATE product SET stock = stock + 1 WHERE id = 3')
  expect(await countStock(shop.sql)).not.toEqual(before)
})

test('a body that is not on record, and a refund that was not made, are seen', async () => {
  const orderId = await states.refunded()
  const [stored] = await shop.sql<{ digest: string }>(
    'SELECT body_sha256 AS digest FROM payment_event WHERE body_sha256 IS NOT NULL LIMIT 1',
  )
  const digests = [...(stored ? [stored.digest] : []), 'no such digest']
  expect(await findUnstored(shop.sql, digests)).toEqual(['no such digest'])
  expect(await findUnmadeRefunds(shop.sql, [`half-${orderId}`, 'no such key'])).toEqual([
    'no such key',
  ])
})
