import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyPaymentFact } from '@/lib/orders/apply-payment-fact'
import { factOf } from '../../kit/facts'
import { readOrder, readPayment } from '../../kit/ledger'
import { makeOrder } from '../../kit/orders'
import { openShop, type TestShop } from '../../kit/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const answered = { expiry_time: '2036-06-04 10:45:00', qr_string: '000201', actions: [] }

test('the charge answer is stored once and never overwritten', async () => {
  const order = await makeOrder(shop, { status: 'created' })
  await applyPaymentFact(factOf(order, 'pending', 'charge', answered))
  await applyPaymentFact(factOf(order, 'pending', 'charge', { ...answered, qr_string: 'other' }))
  await applyPaymentFact(factOf(order, 'pending', 'status', { expiry_time: '2036-06-05 00:00:00' }))
  const payment = await readPayment(shop, order.orderId)
  expect(JSON.parse(payment.chargeResponse ?? '')).toMatchObject({ qr_string: '000201' })
  expect(payment.expiresAt).toEqual(new Date('2036-06-04T03:45:00Z'))
})

test('an answer without a deadline gets one by the clock of the database', async () => {
  const order = await makeOrder(shop, { status: 'created' })
  await applyPaymentFact(factOf(order, 'pending', 'charge'))
  const [row] = await shop.sql<{ minutes: number }>(
    `SELECT extract(epoch FROM expires_at - now()) / 60 AS minutes FROM payment WHERE id = $1`,
    [order.paymentId],
  )
  expect(Number(row?.minutes)).toBeGreaterThan(14.5)
  expect(Number(row?.minutes)).toBeLessThanOrEqual(15)
})

test('a pending notification that overtakes the charge answer hides neither it nor its news', async () => {
  const order = await makeOrder(shop, { status: 'created' })
  await applyPaymentFact(factOf(order, 'pending'))
  // Only now is there a code to pay with: shoppers see something new.
  const result = await applyPaymentFact(factOf(order, 'pending', 'charge', answered))
  expect(result).toMatchObject({ verdict: 'known', orderChanged: true })
  expect((await readPayment(shop, order.orderId)).chargeResponse).not.toBeNull()
})

test('a settlement that overtakes the charge answer stands', async () => {
  const order = await makeOrder(shop, { status: 'created' })
  await applyPaymentFact(factOf(order, 'settlement'))
  const result = await applyPaymentFact(factOf(order, 'pending', 'charge', answered))
  expect(result.verdict).toBe('out_of_date')
  expect((await readOrder(shop, order.orderId)).status).toBe('paid')
})

test('a gopay charge that is paid by scanning is recorded as paid with QRIS, and by whom', async () => {
  const order = await makeOrder(shop)
  const scanned = { payment_type: 'qris', issuer: 'dana', acquirer: 'gopay' }
  await applyPaymentFact(factOf(order, 'settlement', 'notification', scanned))
  expect(await readPayment(shop, order.orderId)).toMatchObject({
    paymentType: 'qris',
    issuer: 'dana',
  })
})

/** A time of Midtrans: Western Indonesian Time, in whole seconds. */
async function jakartaTime(ago: string): Promise<{ text: string; time: Date }> {
  const [row] = await shop.sql<{ text: string; time: Date }>(
    `SELECT to_char(at AT TIME ZONE 'Asia/Jakarta', 'YYYY-MM-DD HH24:MI:SS') AS text, at AS time
     FROM date_trunc('second', now() - $1::interval) AS at`,
    [ago],
  )
  if (!row) throw new Error('no time')
  return row
}

describe('the time of payment', () => {
  test('is the one that Midtrans tells', async () => {
    const order = await makeOrder(shop)
    await shop.sql(`UPDATE orders SET created_at = now() - interval '5 minutes' WHERE id = $1`, [
      order.orderId,
    ])
    const { text, time } = await jakartaTime('1 minute')
    await applyPaymentFact(factOf(order, 'settlement', 'notification', { settlement_time: text }))
    expect((await readPayment(shop, order.orderId)).settledAt).toEqual(time)
    expect((await readOrder(shop, order.orderId)).paidAt).toEqual(time)
  })

  test.each([
    ['before the order was placed', '1 day'],
    ['still to come', '-1 day'],
  ])('is now when the one that Midtrans tells is %s', async (_, ago) => {
    const order = await makeOrder(shop)
    const { text } = await jakartaTime(ago)
    await applyPaymentFact(factOf(order, 'settlement', 'notification', { settlement_time: text }))
    const [row] = await shop.sql<{ seconds: number }>(
      'SELECT extract(epoch FROM now() - paid_at)::float8 AS seconds FROM orders WHERE id = $1',
      [order.orderId],
    )
    expect(row?.seconds).toBeGreaterThanOrEqual(-1)
    expect(row?.seconds).toBeLessThan(60)
  })
})

test('a payment that becomes pending is looked at again within a minute, a decided one never', async () => {
  const order = await makeOrder(shop, { status: 'created' })
  await applyPaymentFact(factOf(order, 'pending', 'charge', answered))
  const [row] = await shop.sql<{ seconds: number }>(
    'SELECT extract(epoch FROM next_check_at - now()) AS seconds FROM payment WHERE id = $1',
    [order.paymentId],
  )
  expect(Number(row?.seconds)).toBeGreaterThan(50)
  expect(Number(row?.seconds)).toBeLessThanOrEqual(60)
  await applyPaymentFact(factOf(order, 'settlement'))
  expect((await readPayment(shop, order.orderId)).nextCheckAt).toBeNull()
})

test('a payment that is paid makes the hook of its order due, once', async () => {
  const order = await makeOrder(shop)
  await applyPaymentFact(factOf(order, 'settlement'))
  expect((await readOrder(shop, order.orderId)).hookDueAt).not.toBeNull()
  await shop.sql('UPDATE orders SET paid_hook_due_at = NULL WHERE id = $1', [order.orderId])
  await applyPaymentFact(factOf(order, 'settlement'))
  await applyPaymentFact(factOf(order, 'partial_refund'))
  expect((await readOrder(shop, order.orderId)).hookDueAt).toBeNull()
})
