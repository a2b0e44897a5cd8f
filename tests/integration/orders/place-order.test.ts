import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PlacedOrder, placeOrder } from '@/lib/orders/place-order'
import { inBatches } from '../../kit/batches'
import { countGoods, readEvents, readOrder, readPayments, readStock } from '../../kit/ledger'
import { placementOf } from '../../kit/orders'
import { openShopWithSandbox, type ShopWithSandbox } from '../../kit/shop-with-sandbox'

let shop: ShopWithSandbox
beforeAll(async () => {
  shop = await openShopWithSandbox()
})
afterAll(() => shop.close())

function orderIdOf(placed: PlacedOrder): string {
  if (!placed.ok) throw new Error(placed.code)
  return placed.orderId
}

describe.each(['gopay', 'qris'] as const)('an order paid with %s', (method) => {
  test('is stored with the prices of the database, and charged', async () => {
    const lines = [
      { productId: 2, quantity: 3 },
      { productId: 4, quantity: 1 },
    ]
    const before = await countGoods(shop)
    const placement = placementOf({ method, lines })
    const orderId = orderIdOf(await placeOrder(placement))
    const [price] = await shop.sql<{ total: number }>(
      'SELECT (3 * max(price) FILTER (WHERE id = 2) + max(price) FILTER (WHERE id = 4))::int AS total FROM product',
    )
    const [payment] = await readPayments(shop, orderId)
    const transaction = await shop.sandbox.transaction(`${orderId}-1`)
    expect(transaction).toMatchObject({
      transaction_status: 'pending',
      payment_type: method,
      gross_amount: `${price?.total}.00`,
    })
    expect(payment).toMatchObject({ status: 'pending', transactionId: transaction.transaction_id })
    expect(JSON.parse(payment?.chargeResponse ?? '{}').actions[0].name).toBe('generate-qr-code')
    expect(await readOrder(shop, orderId)).toMatchObject({ status: 'pending', holdsStock: true })
    expect(await countGoods(shop)).toEqual(before)
  })
})

test('the record has the call and the answer, without key, signature or contact', async () => {
  const placement = placementOf()
  const orderId = orderIdOf(await placeOrder(placement))
  const events = await readEvents(shop, `${orderId}-1`)
  expect(events).toMatchObject([
    { kind: 'call', source: 'charge' },
    { kind: 'fact', source: 'charge', statusTold: 'pending', verdict: 'applied' },
  ])
  const { name, email, phone } = placement.customer
  for (const hidden of [name, email, phone, 'Basic', 'server', 'signature']) {
    expect(JSON.stringify(events)).not.toContain(hidden)
  }
})

test('twenty identical submits at once are one order and one charge', async () => {
  const placement = placementOf()
  const placed = await Promise.all(Array.from({ length: 20 }, () => placeOrder(placement)))
  const ids = new Set(placed.map(orderIdOf))
  expect(ids.size).toBe(1)
  const [orderId = ''] = ids
  expect(await shop.sandbox.transactions(`${orderId}-1`)).toHaveLength(1)
  const events = await readEvents(shop, `${orderId}-1`)
  expect(events.filter(({ kind }) => kind === 'call')).toHaveLength(1)
})

test('twenty identical submits for the last unit are one order too, and nobody reads sold out', async () => {
  await shop.sql('UPDATE product SET stock = 1 WHERE id = 11')
  const placement = placementOf({ lines: [{ productId: 11, quantity: 1 }] })
  const placed = await Promise.all(Array.from({ length: 20 }, () => placeOrder(placement)))
  expect(new Set(placed.map(orderIdOf)).size).toBe(1)
})

test('the same form again, later and with the cart emptied meanwhile, is the same order', async () => {
  const placement = placementOf()
  const orderId = orderIdOf(await placeOrder(placement))
  expect(orderIdOf(await placeOrder(placement))).toBe(orderId)
  expect(orderIdOf(await placeOrder({ ...placement, lines: [] }))).toBe(orderId)
})

test.each([
  ['another amount', { lines: [{ productId: 1, quantity: 2 }] }],
  ['another product', { lines: [{ productId: 2, quantity: 1 }] }],
  ['another method', { method: 'qris' as const }],
  ['another name', { customer: { name: 'Siti', email: 'x@example.com', phone: '081234567890' } }],
])('a form that was sent is not taken for %s', async (_, change) => {
  const placement = placementOf()
  const orderId = orderIdOf(await placeOrder(placement))
  expect(await placeOrder({ ...placement, ...change })).toEqual({
    ok: false,
    code: 'form_used',
    orderId,
  })
})

test('the last unit is sold once to twenty shoppers', async () => {
  await shop.sql('UPDATE product SET stock = 1 WHERE id = 6')
  const lines = [{ productId: 6, quantity: 1 }]
  const placed = await Promise.all(
    Array.from({ length: 20 }, () => placeOrder(placementOf({ lines }))),
  )
  expect(placed.filter(({ ok }) => ok)).toHaveLength(1)
  const refused = placed.filter(({ ok }) => !ok)
  expect(refused.every((one) => !one.ok && one.code === 'not_enough_stock')).toBe(true)
  expect(await readStock(shop, 6)).toBe(0)
})

test('sixty orders of the same products in any order all go through', async () => {
  const before = await countGoods(shop)
  const ids = [1, 2, 3]
  await shop.sql('UPDATE product SET stock = stock + 60 WHERE id <= 3')
  const placed = await inBatches(
    Array.from({ length: 60 }, (_, i) => i),
    20,
    (i) => {
      const lines = (i % 2 ? ids : [...ids].reverse()).map((productId) => ({
        productId,
        quantity: 1,
      }))
      return placeOrder(placementOf({ lines }))
    },
  )
  expect(placed.every(({ ok }) => ok)).toBe(true)
  const after = await countGoods(shop)
  for (const id of ids) expect(after[id]).toBe((before[id] ?? 0) + 60)
})

test('a price that changes after the order does not change the order', async () => {
  const orderId = orderIdOf(
    await placeOrder(placementOf({ lines: [{ productId: 9, quantity: 1 }] })),
  )
  const read = () => shop.sql('SELECT price, name FROM order_item WHERE order_id = $1', [orderId])
  const before = await read()
  await shop.sql(`UPDATE product SET price = price + 1, name = 'Renamed' WHERE id = 9`)
  expect(await read()).toEqual(before)
})
