import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { createOrderId } from '@/lib/orders/order-id'
import { sweep } from '@/lib/orders/sweep'
import {
  countGoods,
  makeDue,
  readEvents,
  readOrder,
  readPayment,
  readStock,
} from '../../kit/ledger'
import { BROWSER_SECRET, makeOrder, placementOf, placeOne } from '../../kit/orders'
import { faultFor } from '../../kit/sandbox-control'
import { openShopWithSandbox, type ShopWithSandbox } from '../../kit/shop-with-sandbox'
import { waitFor } from '../../kit/wait-for'

let shop: ShopWithSandbox
beforeAll(async () => {
  shop = await openShopWithSandbox()
})
afterAll(() => shop.close())

const refusalsOf = async (orderId: string) =>
  (await readEvents(shop, `${orderId}-1`))
    .filter(({ kind }) => kind === 'refused')
    .map(({ source, reason }) => `${source} ${reason}`)

test('cancelling cancels at Midtrans, ends the order and gives the stock back', async () => {
  const before = await readStock(shop, 1)
  const orderId = await placeOne()
  expect(await cancelOrder(orderId, BROWSER_SECRET)).toEqual({ ok: true })
  const { transaction_status } = await shop.sandbox.transaction(`${orderId}-1`)
  expect(transaction_status).toBe('cancel')
  expect(await readOrder(shop, orderId)).toMatchObject({ status: 'cancelled', holdsStock: false })
  expect(await readPayment(shop, orderId)).toMatchObject({ status: 'cancel', nextCheckAt: null })
  expect(await readStock(shop, 1)).toBe(before)
})

test.each([
  ['another browser', 'another secret'],
  ['no browser', undefined],
  ['an empty secret', ''],
])('%s cannot cancel, and does not learn whether the order exists', async (_, secret) => {
  const orderId = await placeOne()
  const refused = { ok: false, code: 'not_found' }
  expect(await cancelOrder(orderId, secret)).toEqual(refused)
  expect(await cancelOrder(createOrderId(), BROWSER_SECRET)).toEqual(refused)
  expect(await cancelOrder("' OR 1=1 --", BROWSER_SECRET)).toEqual(refused)
  expect((await readOrder(shop, orderId)).status).toBe('pending')
})

test('what has just been paid becomes paid instead', async () => {
  const orderId = await placeOne()
  await shop.sandbox.pay(`${orderId}-1`)
  expect(await cancelOrder(orderId, BROWSER_SECRET)).toEqual({ ok: false, code: 'already_paid' })
  expect(await refusalsOf(orderId)).toEqual(['cancel already_paid'])
  expect(await readOrder(shop, orderId)).toMatchObject({ status: 'paid', paidLate: false })
})

test('what has just expired becomes expired instead', async () => {
  const orderId = await placeOne()
  await shop.sandbox.expire(`${orderId}-1`)
  expect(await cancelOrder(orderId, BROWSER_SECRET)).toEqual({ ok: false, code: 'already_over' })
  expect(await refusalsOf(orderId)).toEqual(['cancel already_over'])
  expect((await readOrder(shop, orderId)).status).toBe('expired')
})

test.each(['paid', 'cancelled'] as const)(
  'an order that is %s already is left alone',
  async (end) => {
    const goods = await countGoods(shop)
    const { orderId } = await makeOrder(shop, { status: end === 'paid' ? 'settlement' : 'cancel' })
    const result = await cancelOrder(orderId, BROWSER_SECRET)
    expect(result.ok).toBe(end === 'cancelled')
    expect((await readOrder(shop, orderId)).status).toBe(end)
    expect(await countGoods(shop)).toEqual(goods)
  },
)

test('ten cancellations at once give the stock back once', async () => {
  const before = await readStock(shop, 1)
  const orderId = await placeOne()
  await Promise.all(Array.from({ length: 10 }, () => cancelOrder(orderId, BROWSER_SECRET)))
  expect((await readOrder(shop, orderId)).status).toBe('cancelled')
  expect(await readStock(shop, 1)).toBe(before)
})

describe('while Midtrans does not answer', () => {
  test.each(['status_503', 'reset_before', 'html'] as const)(
    'with %s nothing is cancelled, and it can be tried again',
    async (fault) => {
      const placement = placementOf()
      const orderId = await placeOne(placement)
      await shop.sandbox.setFaults([faultFor(placement.customer, 'cancel', fault, { times: 1 })])
      expect(await cancelOrder(orderId, BROWSER_SECRET)).toEqual({ ok: false, code: 'no_answer' })
      expect(await readOrder(shop, orderId)).toMatchObject({ status: 'pending', holdsStock: true })
      expect(await cancelOrder(orderId, BROWSER_SECRET)).toEqual({ ok: true })
    },
  )

  test('with an answer that got lost the second try finds it cancelled', async () => {
    const placement = placementOf()
    const orderId = await placeOne(placement)
    await shop.sandbox.setFaults([
      faultFor(placement.customer, 'cancel', 'reset_after', { times: 1 }),
    ])
    expect(await cancelOrder(orderId, BROWSER_SECRET)).toEqual({ ok: false, code: 'no_answer' })
    expect(await cancelOrder(orderId, BROWSER_SECRET)).toEqual({ ok: true })
    expect((await readOrder(shop, orderId)).status).toBe('cancelled')
  })
})

describe('before the charge was answered', () => {
  test('cancelling ends an order that Midtrans never heard of', async () => {
    const before = await readStock(shop, 1)
    const placement = placementOf()
    await shop.sandbox.setFaults([
      faultFor(placement.customer, 'charge', 'reset_before', { times: 1 }),
    ])
    const orderId = await placeOne(placement)
    expect(await cancelOrder(orderId, BROWSER_SECRET)).toEqual({ ok: true })
    expect(await shop.sandbox.transactions(`${orderId}-1`)).toEqual([])
    expect(await readStock(shop, 1)).toBe(before)
    // The worker does not charge it any more.
    await makeDue(shop, orderId)
    await sweep()
    expect(await shop.sandbox.transactions(`${orderId}-1`)).toEqual([])
    expect((await readOrder(shop, orderId)).status).toBe('cancelled')
  })

  test('cancelling ends the transaction whose answer got lost', async () => {
    const placement = placementOf()
    await shop.sandbox.setFaults([
      faultFor(placement.customer, 'charge', 'reset_after', { times: 1 }),
    ])
    const orderId = await placeOne(placement)
    expect(await cancelOrder(orderId, BROWSER_SECRET)).toEqual({ ok: true })
    const { transaction_status } = await shop.sandbox.transaction(`${orderId}-1`)
    expect(transaction_status).toBe('cancel')
  })

  test('a charge that is still under way is cancelled when it is done', async () => {
    const placement = placementOf()
    await shop.sandbox.setFaults([
      faultFor(placement.customer, 'charge', 'slow_before', { delay_ms: 1_500 }),
    ])
    const placing = placeOne(placement)
    const { orderId } = await orderBeing(placement.key)
    expect(await cancelOrder(orderId, BROWSER_SECRET)).toEqual({ ok: true })
    await placing
    const { transaction_status } = await shop.sandbox.transaction(`${orderId}-1`)
    expect(transaction_status).toBe('cancel')
    expect(await readOrder(shop, orderId)).toMatchObject({ status: 'cancelled', holdsStock: false })
  })

  test('a charge that is done too late for it is cancelled until Midtrans has answered', async () => {
    const placement = placementOf()
    await shop.sandbox.setFaults([
      faultFor(placement.customer, 'charge', 'slow_before', { delay_ms: 1_500 }),
    ])
    const placing = placeOne(placement)
    const { orderId } = await orderBeing(placement.key)
    await cancelOrder(orderId, BROWSER_SECRET)
    await shop.sandbox.setFaults([
      faultFor(placement.customer, 'cancel', 'status_503', { times: 1 }),
    ])
    await placing
    // Midtrans did not take the first cancellation: the attempt has to be due again.
    expect((await readPayment(shop, orderId)).nextCheckAt).not.toBeNull()
    await makeDue(shop, orderId)
    await sweep()
    const { transaction_status } = await shop.sandbox.transaction(`${orderId}-1`)
    expect(transaction_status).toBe('cancel')
    expect(await readOrder(shop, orderId)).toMatchObject({ status: 'cancelled', holdsStock: false })
  })
})

async function orderBeing(key: string): Promise<{ orderId: string }> {
  return waitFor('the charge to be under way', async () => {
    const [row] = await shop.sql<{ orderId: string }>(
      `SELECT orders.id AS "orderId" FROM orders JOIN payment ON order_id = orders.id
       WHERE placement_key = $1 AND charged_at IS NOT NULL`,
      [key],
    )
    return row
  })
}
