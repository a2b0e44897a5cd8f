import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { placeOrder } from '@/lib/orders/place-order'
import { countGoods } from '../../kit/ledger'
import { placementOf } from '../../kit/orders'
import { openShopWithSandbox, type ShopWithSandbox } from '../../kit/shop-with-sandbox'

let shop: ShopWithSandbox
beforeAll(async () => {
  shop = await openShopWithSandbox()
})
afterAll(() => shop.close())

async function countOrders(): Promise<number> {
  const [row] = await shop.sql<{ count: number }>('SELECT count(*)::int FROM orders')
  return row?.count ?? -1
}

describe('nothing is stored, taken or charged', () => {
  const refusals: [string, ReturnType<typeof placementOf>['lines'], object][] = [
    ['of an empty cart', [], { ok: false, code: 'empty_cart' }],
    [
      'of a product that nobody sells',
      [{ productId: 999_999, quantity: 1 }],
      { ok: false, code: 'not_enough_stock', left: 0 },
    ],
  ]
  test.each(refusals)('%s', async (_, lines, refusal) => {
    const before = [await countOrders(), await countGoods(shop)]
    expect(await placeOrder(placementOf({ lines }))).toEqual(refusal)
    expect([await countOrders(), await countGoods(shop)]).toEqual(before)
  })

  test('of more than there is, and how many are left is said', async () => {
    await shop.sql('UPDATE product SET stock = 4 WHERE id = 7')
    const before = [await countOrders(), await countGoods(shop)]
    const lines = [
      { productId: 1, quantity: 1 },
      { productId: 7, quantity: 5 },
    ]
    expect(await placeOrder(placementOf({ lines }))).toMatchObject({
      code: 'not_enough_stock',
      name: expect.any(String),
      left: 4,
    })
    expect([await countOrders(), await countGoods(shop)]).toEqual(before)
  })

  test.each([
    ['gopay', 20_000_000],
    ['qris', 10_000_000],
  ] as const)('of more than %s carries', async (method, limit) => {
    await shop.sql('UPDATE product SET price = $1, stock = 10 WHERE id = 8', [limit])
    const one = placementOf({ method, lines: [{ productId: 8, quantity: 1 }] })
    expect(await placeOrder(one)).toMatchObject({ ok: true })
    const before = [await countOrders(), await countGoods(shop)]
    const two = placementOf({ method, lines: [{ productId: 8, quantity: 2 }] })
    expect(await placeOrder(two)).toEqual({ ok: false, code: 'amount_too_large', limit })
    expect([await countOrders(), await countGoods(shop)]).toEqual(before)
  })
})
