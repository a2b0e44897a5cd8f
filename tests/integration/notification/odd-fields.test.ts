import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { viewOrder } from '@/lib/orders/order-view'
import { readEvents, readOrder, readPayment } from '../../kit/ledger'
import { notificationAbout } from '../../kit/notifications'
import { notify } from '../../kit/notify'
import { type MadeOrder, makeOrder } from '../../kit/orders'
import { openShop, type TestShop } from '../../kit/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

async function lastRecorded(order: MadeOrder): Promise<Record<string, unknown>> {
  return JSON.parse((await readEvents(shop, order.midtransOrderId)).at(-1)?.body ?? '{}')
}

test('a QRIS settlement with a merchant_cross_reference_id pays its order, and the id is kept', async () => {
  const order = await makeOrder(shop)
  const fields = {
    payment_type: 'qris',
    issuer: 'gopay',
    acquirer: 'gopay',
    transaction_type: 'on-us',
    merchant_cross_reference_id: '30a7c6f0-96cd-4de1-9b8c-2c0cf2d7a8a2',
    pop_id: '8d7f6a0e-2f35-4a38-9a3c-0e4b6c9b4b52',
  }
  expect(await notify(notificationAbout(order, 'settlement', fields))).toMatchObject({
    result: 'applied',
  })
  expect((await readOrder(shop, order.orderId)).status).toBe('paid')
  expect(await lastRecorded(order)).toMatchObject(fields)
})

test('a deadline called expire_time, as in early 2023, is the deadline', async () => {
  const order = await makeOrder(shop, { status: 'created' })
  await notify(notificationAbout(order, 'pending', { expire_time: '2036-06-04 10:45:00' }))
  expect((await readPayment(shop, order.orderId)).expiresAt).toEqual(
    new Date('2036-06-04T03:45:00Z'),
  )
})

test('fields that nobody has heard of hinder nothing, and are kept as they came', async () => {
  const order = await makeOrder(shop)
  const fields = { loyalty: { points: [1, 2, { of: 'three' }] }, is_new: true, amount_before: null }
  expect(await notify(notificationAbout(order, 'settlement', fields))).toMatchObject({
    result: 'applied',
  })
  expect(await lastRecorded(order)).toMatchObject(fields)
})

describe('a status that nobody has heard of', () => {
  test.each([
    ['pending', 'pending'],
    ['settlement', 'paid'],
    ['expire', 'expired'],
  ] as const)(
    'of a payment that is %s is stored and shown, and changes nothing',
    async (from, status) => {
      const order = await makeOrder(shop, { status: from })
      expect(await viewOrder(order.orderId)).toMatchObject({ needsPerson: false })
      expect(await notify(notificationAbout(order, 'on_hold'))).toMatchObject({
        status: 200,
        result: 'marked',
      })
      expect(await viewOrder(order.orderId)).toMatchObject({ status, needsPerson: true })
      expect(await readEvents(shop, order.midtransOrderId)).toMatchObject([
        { statusSeen: from, statusTold: 'on_hold', verdict: 'marked', reason: 'unknown_status' },
      ])
      expect(await readPayment(shop, order.orderId)).toMatchObject({ status: from, isDue: false })
    },
  )
})

test('partial refunds told as a list add up to the running total, told twice each', async () => {
  const order = await makeOrder(shop, { status: 'settlement' })
  const refunds: Record<string, unknown>[] = []
  for (const amount of [1_000, 2_500]) {
    refunds.push({ refund_chargeback_id: refunds.length + 1, refund_amount: `${amount}.00` })
    const total = refunds.reduce((sum, each) => sum + Number(each.refund_amount), 0)
    const told = { refund_amount: `${total}.00`, refunds: [...refunds] }
    expect(await notify(notificationAbout(order, 'partial_refund', told))).toMatchObject({
      result: 'applied',
    })
    // Midtrans's second word on each: the bank has confirmed it.
    Object.assign(refunds.at(-1) ?? {}, { bank_confirmed_at: '2026-06-04 10:40:00' })
    const confirmed = { ...told, refunds: structuredClone(refunds) }
    expect(await notify(notificationAbout(order, 'partial_refund', confirmed))).toMatchObject({
      result: 'known',
    })
    expect((await readPayment(shop, order.orderId)).refunded).toBe(total)
  }
  expect(await readEvents(shop, order.midtransOrderId)).toHaveLength(4)
  expect((await readOrder(shop, order.orderId)).status).toBe('partially_refunded')
})
