import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyPaymentFact } from '@/lib/orders/apply-payment-fact'
import { factOf } from '../../kit/facts'
import { readOrder, readPayment } from '../../kit/ledger'
import { type MadeOrder, makeOrder } from '../../kit/orders'
import { openShop, type TestShop } from '../../kit/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const refund = (order: MadeOrder, rupiah: number | string, more: Record<string, unknown> = {}) =>
  applyPaymentFact(
    factOf(order, 'partial_refund', 'notification', { refund_amount: `${rupiah}.00`, ...more }),
  )

test('partial refunds rise to the running total that Midtrans tells', async () => {
  const order = await makeOrder(shop, { status: 'settlement' })
  for (const total of [1_000, 3_000]) {
    expect(await refund(order, total)).toMatchObject({ verdict: 'applied', orderChanged: true })
    expect((await readPayment(shop, order.orderId)).refunded).toBe(total)
  }
  expect((await readOrder(shop, order.orderId)).status).toBe('partially_refunded')
})

test('both notifications of one refund count it once', async () => {
  const order = await makeOrder(shop, { status: 'settlement' })
  await refund(order, 5_000)
  const second = await refund(order, 5_000, { bank_confirmed_at: '2026-06-04 10:40:00' })
  expect(second).toMatchObject({ verdict: 'known', orderChanged: false })
  expect((await readPayment(shop, order.orderId)).refunded).toBe(5_000)
})

test('a refund that comes late does not lower the total', async () => {
  const order = await makeOrder(shop, { status: 'settlement' })
  await refund(order, 3_000)
  expect(await refund(order, 1_000)).toMatchObject({ verdict: 'known' })
  expect((await readPayment(shop, order.orderId)).refunded).toBe(3_000)
})

test('ten rising refunds at once end at the highest', async () => {
  const order = await makeOrder(shop, { status: 'settlement' })
  await Promise.all(Array.from({ length: 10 }, (_, i) => refund(order, 100 * (i + 1))))
  expect((await readPayment(shop, order.orderId)).refunded).toBe(1_000)
})

test('a full refund gives back everything, and nothing partial comes after it', async () => {
  const order = await makeOrder(shop, { status: 'settlement' })
  await refund(order, 1_000)
  await applyPaymentFact(factOf(order, 'refund'))
  expect(await refund(order, 2_000)).toMatchObject({ verdict: 'out_of_date' })
  expect(await readPayment(shop, order.orderId)).toMatchObject({
    status: 'refund',
    refunded: order.grossAmount,
  })
  expect(await readOrder(shop, order.orderId)).toMatchObject({ status: 'refunded' })
})

test.each(['above the amount', 'beyond any amount'])(
  'a refund %s is kept for a person and changes nothing',
  async (how) => {
    const order = await makeOrder(shop, { status: 'settlement' })
    const total = how === 'above the amount' ? order.grossAmount + 1 : '999999999999'
    for (const _ of ['first', 'second']) {
      expect(await refund(order, total)).toMatchObject({ verdict: 'marked' })
    }
    expect(await readPayment(shop, order.orderId)).toMatchObject({
      status: 'settlement',
      refunded: 0,
      attention: ['refund_above_amount'],
    })
  },
)

test('a refund that was refused leaves the payment settled', async () => {
  const order = await makeOrder(shop, { status: 'settlement' })
  const denied = factOf(order, 'settlement', 'status', { refund_amount: '0.00' })
  expect(await applyPaymentFact(denied)).toMatchObject({ verdict: 'known' })
  expect((await readOrder(shop, order.orderId)).status).toBe('paid')
})

test('an order whose first news is its refund was paid, and its hook does not run', async () => {
  const order = await makeOrder(shop)
  expect(await applyPaymentFact(factOf(order, 'refund'))).toMatchObject({ verdict: 'doubtful' })
  await applyPaymentFact(factOf(order, 'refund', 'status'))
  expect(await readOrder(shop, order.orderId)).toMatchObject({
    status: 'refunded',
    paidPaymentId: order.paymentId,
    hookDueAt: null,
    holdsStock: false,
  })
})

test.each(['chargeback', 'partial_chargeback'])(
  'after a %s the order stays paid, and a person is told',
  async (status) => {
    const order = await makeOrder(shop, { status: 'settlement' })
    expect(await applyPaymentFact(factOf(order, status))).toMatchObject({ verdict: 'marked' })
    expect((await readOrder(shop, order.orderId)).status).toBe('paid')
    expect((await readPayment(shop, order.orderId)).attention).toEqual(['chargeback'])
  },
)
