import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { digest } from '@/lib/orders/digest'
import { listOwnOrders } from '@/lib/orders/list-own-orders'
import { makeOrder } from '@/tests/kit/orders'
import { openShop, type TestShop } from '@/tests/kit/shop'

let shop: TestShop

beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

/** An order for one piece of each product, placed with this browser. */
async function order(browserSecret: string, ...productIds: number[]): Promise<string> {
  const lines = productIds.map((productId) => ({ productId, quantity: 1 }))
  const { orderId } = await makeOrder(shop, { lines })
  const digests = [digest(browserSecret), orderId]
  await shop.sql('UPDATE orders SET browser_digest = $1 WHERE id = $2', digests)
  return orderId
}

test('a browser sees its own orders, the newest first, and nobody else’s', async () => {
  const [mine, other] = [randomUUID(), randomUUID()]
  const first = await order(mine, 1)
  const stranger = await order(other, 2)
  const second = await order(mine, 1, 3)
  const listed = await listOwnOrders(mine)
  expect(listed.map(({ orderId }) => orderId)).toEqual([second, first])
  expect(listed[0]).toMatchObject({
    status: 'pending',
    grossAmount: 52_000,
    items: [
      { slug: 'kopi-gayo', name: 'Kopi Gayo, 150 g', quantity: 1 },
      { slug: 'teh-melati', name: 'Teh Melati Tegal, 40 g', quantity: 1 },
    ],
  })
  expect((await listOwnOrders(other)).map(({ orderId }) => orderId)).toEqual([stranger])
})

test('what was given back of an order is told', async () => {
  const browser = randomUUID()
  const orderId = await order(browser, 1)
  expect(await listOwnOrders(browser)).toMatchObject([{ refunded: 0 }])
  await shop.sql('UPDATE payment SET refunded = 4000 WHERE order_id = $1', [orderId])
  expect(await listOwnOrders(browser)).toMatchObject([{ refunded: 4_000 }])
})

test('a browser without a secret, or with one that ordered nothing, sees nothing', async () => {
  await order('', 1)
  expect(await listOwnOrders(undefined)).toEqual([])
  expect(await listOwnOrders('')).toEqual([])
  expect(await listOwnOrders(randomUUID())).toEqual([])
})

test('the list ends: a page shows the latest thirty', async () => {
  const busy = randomUUID()
  for (let count = 0; count < 31; count++) await order(busy, 1)
  const listed = await listOwnOrders(busy)
  expect(listed).toHaveLength(30)
  const times = listed.map(({ placedAt }) => placedAt.getTime())
  expect(times).toEqual(times.toSorted((a, b) => b - a))
})
