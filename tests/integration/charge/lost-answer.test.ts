import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyPaymentFact } from '@/lib/orders/apply-payment-fact'
import { placeOrder } from '@/lib/orders/place-order'
import { sweep } from '@/lib/orders/sweep'
import { factOf } from '../../kit/facts'
import { countGoods, makeDue, readEvents, readOrder, readPayment } from '../../kit/ledger'
import { makeOrder, placementOf, placeOne } from '../../kit/orders'
import { faultFor } from '../../kit/sandbox-control'
import { openShopWithSandbox, type ShopWithSandbox } from '../../kit/shop-with-sandbox'

let shop: ShopWithSandbox
beforeAll(async () => {
  shop = await openShopWithSandbox()
})
afterAll(() => shop.close())

async function checkNow(orderId: string): Promise<void> {
  await makeDue(shop, orderId)
  await sweep()
}

const faults = [
  'reset_before',
  'reset_after',
  'status_500',
  'status_503',
  'html',
  'truncated_json',
] as const

describe('an order whose charge was answered with', () => {
  test.each(faults)('%s stands, and the worker gets its one transaction', async (fault) => {
    const goods = await countGoods(shop)
    const placement = placementOf()
    await shop.sandbox.setFaults([faultFor(placement.customer, 'charge', fault, { times: 2 })])
    const orderId = await placeOne(placement)
    expect(await readOrder(shop, orderId)).toMatchObject({ status: 'pending', holdsStock: true })
    expect(await readPayment(shop, orderId)).toMatchObject({ status: 'created', refusal: null })

    await checkNow(orderId)
    expect((await readPayment(shop, orderId)).status).toBe('created')
    await checkNow(orderId)
    const payment = await readPayment(shop, orderId)
    const transaction = await shop.sandbox.transaction(`${orderId}-1`)
    expect(payment).toMatchObject({ status: 'pending', transactionId: transaction.transaction_id })
    expect(JSON.parse(payment.chargeResponse ?? '{}').actions.length).toBeGreaterThan(0)
    expect(await countGoods(shop)).toEqual(goods)
  })
})

test('while the answer is unknown the same form is the same order, and charges no second time', async () => {
  const placement = placementOf()
  await shop.sandbox.setFaults([
    faultFor(placement.customer, 'charge', 'reset_after', { times: 1 }),
  ])
  const orderId = await placeOne(placement)
  expect(await placeOrder(placement)).toMatchObject({ ok: true, orderId })
  const events = await readEvents(shop, `${orderId}-1`)
  expect(events.filter(({ kind }) => kind === 'call')).toHaveLength(1)
})

test('a refused repetition ends the attempt only once Midtrans has said that there is no transaction', async () => {
  const placement = placementOf()
  const { customer } = placement
  await shop.sandbox.setFaults([
    faultFor(customer, 'charge', 'reset_before', { times: 1 }),
    faultFor(customer, 'charge', 'validation_400', { times: 2 }),
  ])
  const orderId = await placeOne(placement)
  await checkNow(orderId)
  expect((await readOrder(shop, orderId)).status).toBe('failed')
  const asked = await readEvents(shop, `${orderId}-1`)
  expect(asked.map(({ source }) => source)).toContain('status')
})

test('after a lost answer a pending notification does not stop the code from being fetched', async () => {
  const placement = placementOf()
  await shop.sandbox.setFaults([
    faultFor(placement.customer, 'charge', 'reset_after', { times: 1 }),
  ])
  const orderId = await placeOne(placement)
  const { transaction_id: transactionId } = await shop.sandbox.transaction(`${orderId}-1`)
  const { paymentId, grossAmount } = await paymentOf(orderId)
  const order = { orderId, paymentId, grossAmount, transactionId, midtransOrderId: `${orderId}-1` }
  await applyPaymentFact(factOf(order, 'pending'))
  expect(await readPayment(shop, orderId)).toMatchObject({
    status: 'pending',
    chargeResponse: null,
  })
  await checkNow(orderId)
  expect((await readPayment(shop, orderId)).chargeResponse).toContain('generate-qr-code')
})

async function paymentOf(orderId: string) {
  const [row] = await shop.sql<{ paymentId: string; grossAmount: number }>(
    'SELECT id AS "paymentId", gross_amount AS "grossAmount" FROM payment WHERE order_id = $1',
    [orderId],
  )
  if (!row) throw new Error(`no payment of ${orderId}`)
  return row
}

describe('a process that died between storing and charging', () => {
  test('leaves an order that the worker charges after one lease', async () => {
    const order = await makeOrder(shop, { status: 'created' })
    await checkNow(order.orderId)
    expect((await shop.sandbox.transaction(order.midtransOrderId)).transaction_status).toBe(
      'pending',
    )
    expect((await readPayment(shop, order.orderId)).status).toBe('pending')
  })

  test('leaves an order that is charged once, however many workers find it', async () => {
    const order = await makeOrder(shop, { status: 'created' })
    await makeDue(shop, order.orderId)
    await Promise.all(Array.from({ length: 5 }, sweep))
    expect(await shop.sandbox.transactions(order.midtransOrderId)).toHaveLength(1)
    const calls = (await readEvents(shop, order.midtransOrderId)).filter(
      ({ kind }) => kind === 'call',
    )
    expect(calls).toHaveLength(1)
  })

  test('a quarter of an hour ago leaves an order that fails, uncharged, with its stock back', async () => {
    const goods = await countGoods(shop)
    const order = await makeOrder(shop, { status: 'created' })
    await shop.sql(`UPDATE payment SET created_at = now() - interval '16 minutes' WHERE id = $1`, [
      order.paymentId,
    ])
    await checkNow(order.orderId)
    expect(await readOrder(shop, order.orderId)).toMatchObject({
      status: 'failed',
      holdsStock: false,
    })
    expect(await shop.sandbox.transactions(order.midtransOrderId)).toEqual([])
    expect(await countGoods(shop)).toEqual(goods)
  })
})
