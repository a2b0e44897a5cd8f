import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyPaymentFact } from '@/lib/orders/apply-payment-fact'
import { factOf } from '../../kit/facts'
import { readEvents, readOrder, readPayment } from '../../kit/ledger'
import { type MadeOrder, makeOrder } from '../../kit/orders'
import { openShop, type TestShop } from '../../kit/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

describe('a settlement that names another transaction than the charge answer did', () => {
  const ofAnother = (order: MadeOrder, source: 'notification' | 'status') =>
    factOf(order, 'settlement', source, { transaction_id: randomUUID() })

  test('is doubtful: the order waits, and Get Status is due at once', async () => {
    const order = await makeOrder(shop)
    expect(await applyPaymentFact(ofAnother(order, 'notification'))).toMatchObject({
      verdict: 'doubtful',
      orderChanged: false,
    })
    expect(await readPayment(shop, order.orderId)).toMatchObject({
      status: 'pending',
      transactionId: order.transactionId,
      isDue: true,
    })
    expect((await readOrder(shop, order.orderId)).status).toBe('pending')
  })

  test('is believed once Get Status says the same', async () => {
    const order = await makeOrder(shop)
    const confirmed = ofAnother(order, 'status')
    await applyPaymentFact(confirmed)
    expect(await readPayment(shop, order.orderId)).toMatchObject({
      status: 'settlement',
      transactionId: confirmed.transactionId,
    })
  })

  test('is no news of ours when it only expired', async () => {
    const order = await makeOrder(shop)
    const expired = factOf(order, 'expire', 'notification', { transaction_id: randomUUID() })
    expect(await applyPaymentFact(expired)).toMatchObject({ verdict: 'out_of_date' })
    expect((await readPayment(shop, order.orderId)).status).toBe('pending')
  })
})

describe('a fact that contradicts the order is stored and marked, and changes nothing', () => {
  test.each([
    ['amount_differs', { gross_amount: '1.00' }],
    ['amount_differs', { gross_amount: '999999999999999' }],
    ['currency_differs', { currency: 'USD' }],
    ['status_code_differs', { status_code: '201' }],
    ['fraud_status', { fraud_status: 'challenge' }],
    ['unknown_status', { transaction_status: 'on_hold' }],
  ])('%s %j', async (reason, fields) => {
    const order = await makeOrder(shop)
    for (const _ of ['first', 'second']) {
      const fact = factOf(order, 'settlement', 'notification', fields)
      expect(await applyPaymentFact(fact)).toMatchObject({ verdict: 'marked', reason })
    }
    expect(await readPayment(shop, order.orderId)).toMatchObject({
      status: 'pending',
      attention: [reason],
    })
    expect((await readOrder(shop, order.orderId)).status).toBe('pending')
    expect(await readEvents(shop, order.midtransOrderId)).toMatchObject([
      { verdict: 'marked', reason },
    ])
  })

  test('an amount without its decimals is another text, and so another amount', async () => {
    const order = await makeOrder(shop)
    const fields = { gross_amount: String(order.grossAmount) }
    const fact = factOf(order, 'settlement', 'notification', fields)
    expect(await applyPaymentFact(fact)).toMatchObject({ verdict: 'marked' })
  })
})

describe('the record', () => {
  test('keeps a fact about an order that is not ours', async () => {
    const order = { ...(await makeOrder(shop)), midtransOrderId: 'a-shop-beside-ours-77' }
    expect(await applyPaymentFact(factOf(order, 'settlement'))).toEqual({
      verdict: 'unknown_order',
      orderChanged: false,
    })
    expect(await readEvents(shop, 'a-shop-beside-ours-77')).toMatchObject([
      { verdict: 'unknown_order', statusTold: 'settlement', statusSeen: null },
    ])
  })

  test('keeps the same body once, and each answer to a call', async () => {
    const order = await makeOrder(shop)
    for (const _ of ['first', 'second', 'third']) {
      await applyPaymentFact(factOf(order, 'pending'))
      await applyPaymentFact(factOf(order, 'pending', 'status'))
    }
    const sources = (await readEvents(shop, order.midtransOrderId)).map(({ source }) => source)
    expect(sources).toEqual(['notification', 'status', 'status', 'status'])
  })

  test('tells the status that was really seen', async () => {
    const order = await makeOrder(shop)
    await applyPaymentFact(factOf(order, 'expire'))
    await applyPaymentFact(factOf(order, 'settlement'))
    expect(await readEvents(shop, order.midtransOrderId)).toMatchObject([
      { statusSeen: 'pending', statusTold: 'expire', verdict: 'applied' },
      { statusSeen: 'expire', statusTold: 'settlement', verdict: 'doubtful' },
    ])
  })

  test('that a body is known does not decide: a doubt that was raised before is raised again', async () => {
    const order = await makeOrder(shop, { status: 'expire' })
    const fact = factOf(order, 'settlement')
    await applyPaymentFact(fact)
    await shop.sql('UPDATE payment SET next_check_at = NULL WHERE id = $1', [order.paymentId])
    expect(await applyPaymentFact(fact)).toMatchObject({ verdict: 'doubtful' })
    expect((await readPayment(shop, order.orderId)).isDue).toBe(true)
  })
})
