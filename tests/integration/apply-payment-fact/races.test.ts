import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyPaymentFact } from '@/lib/orders/apply-payment-fact'
import { inBatches } from '../../kit/batches'
import { factOf } from '../../kit/facts'
import { countGoods, readEvents, readPayment } from '../../kit/ledger'
import { makeOrder } from '../../kit/orders'
import { openShop, type TestShop } from '../../kit/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

test('of 300 payments that settle and expire at the same moment none is lost', async () => {
  const before = await countGoods(shop)
  const orders = await inBatches(Array.from({ length: 300 }), 30, () => makeOrder(shop))
  await inBatches(orders, 30, (order) =>
    Promise.all([
      applyPaymentFact(factOf(order, 'expire')),
      applyPaymentFact(factOf(order, 'settlement')),
    ]),
  )
  // Where the expiry was first the settlement is doubtful, and Get Status is due at once.
  const afterRace = await countPayments()
  expect(afterRace.every(({ status, isDue }) => isDue === (status === 'expire'))).toBe(true)
  expect(afterRace.reduce((sum, { count }) => sum + count, 0)).toBe(300)
  expect(await countGoods(shop)).toEqual(before)

  // Get Status confirms every doubt, and then each of the 300 is paid.
  await inBatches(orders, 30, (order) => applyPaymentFact(factOf(order, 'settlement', 'status')))
  expect(await countPayments()).toEqual([{ status: 'settlement', isDue: false, count: 300 }])
  const unpaid = await shop.sql(`SELECT id FROM orders WHERE status <> 'paid' OR NOT holds_stock`)
  expect(unpaid).toEqual([])
  expect(await countGoods(shop)).toEqual(before)
})

function countPayments() {
  return shop.sql<{ status: string; isDue: boolean; count: number }>(
    `SELECT status, COALESCE(next_check_at <= now(), false) AS "isDue", count(*)::int
     FROM payment GROUP BY 1, 2`,
  )
}

test('fifty identical facts at once make one transition', async () => {
  const order = await makeOrder(shop)
  const fact = factOf(order, 'settlement')
  const results = await Promise.all(Array.from({ length: 50 }, () => applyPaymentFact(fact)))
  const verdicts = results.map(({ verdict }) => verdict).sort()
  expect(verdicts).toEqual(['applied', ...Array.from({ length: 49 }, () => 'known')])
  expect(await readEvents(shop, order.midtransOrderId)).toMatchObject([{ verdict: 'applied' }])
})

test('orders that share products in opposite order never fail on each other', async () => {
  const before = await countGoods(shop)
  const products = [1, 2, 3, 4]
  const orders = []
  for (let i = 0; i < 60; i += 1) {
    const ids = i % 2 === 0 ? products : [...products].reverse()
    const lines = ids.map((productId) => ({ productId, quantity: 1 }))
    orders.push(await makeOrder(shop, { lines }))
  }
  const results = await Promise.all(
    orders.map((order, i) => applyPaymentFact(factOf(order, i % 3 === 0 ? 'cancel' : 'expire'))),
  )
  expect(results.every(({ verdict }) => verdict === 'applied')).toBe(true)
  expect(await countGoods(shop)).toEqual(before)
})

// What Midtrans may send of one transaction. `settlement` says whether it was paid in the end.
const storyArbitrary = fc.constantFrom(
  ['pending', 'settlement'],
  ['pending', 'expire'],
  ['pending', 'cancel'],
  ['pending', 'deny'],
  ['pending', 'settlement', 'refund'],
)

test('in whatever order and however often a story is told, its last word stands', async () => {
  await fc.assert(
    fc.asyncProperty(
      storyArbitrary.chain((story) =>
        fc.record({
          story: fc.constant(story),
          told: fc.shuffledSubarray([...story, ...story], { minLength: story.length * 2 }),
        }),
      ),
      async ({ story, told }) => {
        const order = await makeOrder(shop, { status: 'created' })
        await Promise.all(told.map((status) => applyPaymentFact(factOf(order, status))))
        const last = story.at(-1) ?? ''
        // A refund that overtook its settlement is doubtful until Get Status says the same.
        await applyPaymentFact(factOf(order, last, 'status'))
        expect((await readPayment(shop, order.orderId)).status).toBe(last)
      },
    ),
    { numRuns: 20, endOnFailure: true },
  )
})
