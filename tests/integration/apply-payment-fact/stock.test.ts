import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyPaymentFact } from '@/lib/orders/apply-payment-fact'
import { paymentStatuses } from '@/lib/orders/payment-states'
import { inBatches } from '../../kit/batches'
import { factOf } from '../../kit/facts'
import { countGoods, readOrder, readPayment, readStock } from '../../kit/ledger'
import { type MadeOrder, makeOrder } from '../../kit/orders'
import { openShop, type TestShop } from '../../kit/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const lines = [
  { productId: 3, quantity: 2 },
  { productId: 2, quantity: 1 },
]
const setStock = (productId: number, stock: number) =>
  shop.sql('UPDATE product SET stock = $2 WHERE id = $1', [productId, stock])

describe('the stock of an order', () => {
  test.each(['expire', 'cancel', 'deny', 'failure'])(
    'is given back once when its payment ends with %s, however often that is told',
    async (end) => {
      const before = await readStock(shop, 3)
      const order = await makeOrder(shop, { lines })
      expect(await readStock(shop, 3)).toBe(before - 2)
      for (const source of ['notification', 'status', 'notification'] as const) {
        await applyPaymentFact(factOf(order, end, source))
      }
      expect(await readStock(shop, 3)).toBe(before)
      expect((await readOrder(shop, order.orderId)).holdsStock).toBe(false)
    },
  )

  test('stays with a paid order', async () => {
    const order = await makeOrder(shop, { lines })
    const taken = await readStock(shop, 3)
    for (const status of ['settlement', 'expire', 'cancel', 'pending']) {
      await applyPaymentFact(factOf(order, status))
    }
    expect(await readStock(shop, 3)).toBe(taken)
    expect((await readOrder(shop, order.orderId)).holdsStock).toBe(true)
  })

  test('is taken again, once, when a late payment is confirmed', async () => {
    const order = await makeOrder(shop, { lines, status: 'expire' })
    const free = await readStock(shop, 3)
    await applyPaymentFact(factOf(order, 'settlement'))
    expect(await readStock(shop, 3)).toBe(free)
    for (let i = 0; i < 3; i += 1) await applyPaymentFact(factOf(order, 'settlement', 'status'))
    expect(await readStock(shop, 3)).toBe(free - 2)
    expect(await readOrder(shop, order.orderId)).toMatchObject({
      status: 'paid',
      paidLate: true,
      holdsStock: true,
    })
  })

  test('of which one part is gone is not taken in part by a late payment, and a person is told', async () => {
    const order = await makeOrder(shop, { lines, status: 'expire' })
    await setStock(3, 1)
    const other = await readStock(shop, 2)
    await applyPaymentFact(factOf(order, 'settlement', 'status'))
    expect(await readStock(shop, 3)).toBe(1)
    expect(await readStock(shop, 2)).toBe(other)
    expect(await readOrder(shop, order.orderId)).toMatchObject({
      status: 'paid',
      paidLate: true,
      holdsStock: false,
    })
    expect((await readPayment(shop, order.orderId)).attention).toEqual(['paid_without_stock'])
    await setStock(3, 50)
  })
})

test('the last unit goes to one of twenty late payments at once', async () => {
  const orders = []
  for (let i = 0; i < 20; i += 1) {
    orders.push(await makeOrder(shop, { status: 'expire', lines: [{ productId: 5, quantity: 1 }] }))
  }
  await setStock(5, 1)
  await Promise.all(orders.map((order) => applyPaymentFact(factOf(order, 'settlement', 'status'))))
  expect(await readStock(shop, 5)).toBe(0)
  const rows = await Promise.all(orders.map((order) => readOrder(shop, order.orderId)))
  expect(rows.filter(({ holdsStock }) => holdsStock)).toHaveLength(1)
  expect(rows.every(({ status }) => status === 'paid')).toBe(true)
})

test('a late payment takes what others give back at that moment, or nothing, and never fails', async () => {
  const lines = [{ productId: 4, quantity: 1 }]
  for (const left of [0, 1, 2, 0, 1, 2]) {
    await setStock(4, 100)
    const late = await inBatches([1, 2, 3, 4, 5], 1, () =>
      makeOrder(shop, { status: 'expire', lines }),
    )
    const ending = await inBatches([1, 2, 3, 4, 5], 1, () => makeOrder(shop, { lines }))
    await setStock(4, left)
    const before = await countGoods(shop)
    const results = await Promise.all(
      late.flatMap((order, i) => [
        applyPaymentFact(factOf(order, 'settlement', 'status')),
        applyPaymentFact(factOf(ending[i] as MadeOrder, 'expire')),
      ]),
    )
    expect(results.every(({ verdict }) => verdict === 'applied')).toBe(true)
    expect(await countGoods(shop)).toEqual(before)
  }
})

test('stock and what orders hold stay the same together, in any storm of news', async () => {
  const told = paymentStatuses.filter((status) => status !== 'created')
  const newsArbitrary = fc.record({
    order: fc.nat({ max: 4 }),
    status: fc.constantFrom(...told),
    source: fc.constantFrom('notification' as const, 'status' as const, 'cancel' as const),
    refunded: fc.option(fc.constantFrom('1000.00', '2000.00'), { nil: undefined }),
  })
  const newsListArbitrary = fc.array(newsArbitrary, { minLength: 5, maxLength: 25 })
  await fc.assert(
    fc.asyncProperty(newsListArbitrary, fc.nat({ max: 3 }), async (news, left) => {
      await shop.sql('UPDATE product SET stock = 100 WHERE id < 5')
      const orders = await inBatches([1, 2, 1, 2, 1], 5, (quantity) => {
        const shared = [1, 2, 3, 4].map((productId) => ({ productId, quantity }))
        return makeOrder(shop, { lines: quantity === 1 ? shared : shared.reverse() })
      })
      // So little that what was given back is not always there when it is wanted again.
      await shop.sql('UPDATE product SET stock = $1 WHERE id < 5', [left])
      const before = await countGoods(shop)
      await Promise.all(
        news.map(({ order, status, source, refunded }) =>
          applyPaymentFact(
            factOf(orders[order] as MadeOrder, status, source, { refund_amount: refunded }),
          ),
        ),
      )
      expect(await countGoods(shop)).toEqual(before)
    }),
    { numRuns: 15, endOnFailure: true },
  )
})
