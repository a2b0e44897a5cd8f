import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sweep } from '@/lib/orders/sweep'
import { countGoods, makeDue, readOrder, readPayment, readStock } from '../../kit/ledger'
import { placementOf, placeOne } from '../../kit/orders'
import { faultFor } from '../../kit/sandbox-control'
import { openShopWithSandbox, type ShopWithSandbox } from '../../kit/shop-with-sandbox'

let shop: ShopWithSandbox
beforeAll(async () => {
  shop = await openShopWithSandbox()
})
afterAll(() => shop.close())

describe('a charge that Midtrans refuses', () => {
  test.each([
    ['validation_400', 'failed', 'validation_failed'],
    ['inactive_402', 'failed', 'channel_not_active'],
    ['deny', 'denied', null],
  ] as const)(
    'with %s ends the order as %s and gives the stock back',
    async (fault, status, refusal) => {
      const before = await readStock(shop, 1)
      const goods = await countGoods(shop)
      const placement = placementOf()
      await shop.sandbox.setFaults([faultFor(placement.customer, 'charge', fault)])
      const orderId = await placeOne(placement)
      expect(await readOrder(shop, orderId)).toMatchObject({ status, holdsStock: false })
      expect(await readPayment(shop, orderId)).toMatchObject({ refusal, nextCheckAt: null })
      expect(await readStock(shop, 1)).toBe(before)
      expect(await countGoods(shop)).toEqual(goods)
    },
  )

  test('for now, as too many, is tried again by the worker', async () => {
    const placement = placementOf()
    await shop.sandbox.setFaults([
      faultFor(placement.customer, 'charge', 'status_429', { times: 1 }),
    ])
    const orderId = await placeOne(placement)
    expect(await readPayment(shop, orderId)).toMatchObject({ status: 'created', refusal: null })
    await makeDue(shop, orderId)
    await sweep()
    expect(await readPayment(shop, orderId)).toMatchObject({ status: 'pending' })
  })
})

describe('a charge answer that is not what was asked for', () => {
  test('in its amount is cancelled at Midtrans, ends the order and is shown to a person', async () => {
    const goods = await countGoods(shop)
    const placement = placementOf()
    await shop.sandbox.setFaults([
      faultFor(placement.customer, 'charge', 'wrong_amount'),
      faultFor(placement.customer, 'cancel', 'wrong_amount'),
    ])
    const orderId = await placeOne(placement)
    expect(await readOrder(shop, orderId)).toMatchObject({ status: 'failed', holdsStock: false })
    expect(await readPayment(shop, orderId)).toMatchObject({
      attention: ['amount_differs'],
      nextCheckAt: null,
    })
    const transaction = await shop.sandbox.transaction(`${orderId}-1`)
    expect(transaction.transaction_status).toBe('cancel')
    expect(await countGoods(shop)).toEqual(goods)
  })

  test('because it has actions and fields that nobody knows is taken as it is', async () => {
    const placement = placementOf()
    await shop.sandbox.setFaults([faultFor(placement.customer, 'charge', 'unknown_action')])
    const orderId = await placeOne(placement)
    const { chargeResponse, status } = await readPayment(shop, orderId)
    expect(status).toBe('pending')
    expect(chargeResponse).toContain('hologram-redirect')
  })
})
