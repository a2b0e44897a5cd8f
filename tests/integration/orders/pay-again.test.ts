import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { openAttempt } from '@/lib/orders/open-attempt'
import { payAgain } from '@/lib/orders/pay-again'
import { sweep } from '@/lib/orders/sweep'
import {
  countGoods,
  makeDue,
  readOrder,
  readPayment,
  readPayments,
  readStock,
} from '../../kit/ledger'
import { BROWSER_SECRET, placementOf, placeOne } from '../../kit/orders'
import { faultFor } from '../../kit/sandbox-control'
import { openShopWithSandbox, type ShopWithSandbox } from '../../kit/shop-with-sandbox'

let shop: ShopWithSandbox
beforeAll(async () => {
  shop = await openShopWithSandbox()
})
afterAll(() => shop.close())

/** An order that ended unpaid, as the worker found out. */
async function placeExpired(placement = placementOf()): Promise<string> {
  const orderId = await placeOne(placement)
  await shop.sandbox.expire(`${orderId}-1`)
  await makeDue(shop, orderId)
  await sweep()
  expect((await readOrder(shop, orderId)).status).toBe('expired')
  return orderId
}

test('paying again opens a second attempt, with stock and a code of its own', async () => {
  const before = await readStock(shop, 1)
  const orderId = await placeExpired()
  expect(await readStock(shop, 1)).toBe(before)
  expect(await payAgain(orderId, BROWSER_SECRET)).toEqual({ ok: true })
  expect(await readStock(shop, 1)).toBe(before - 1)
  expect(await readOrder(shop, orderId)).toMatchObject({ status: 'pending', currentAttempt: 2 })
  const [first, second] = await readPayments(shop, orderId)
  expect([first?.status, second?.status]).toEqual(['expire', 'pending'])
  expect(second?.chargeResponse).not.toBe(first?.chargeResponse)
  await shop.sandbox.pay(`${orderId}-2`)
  await makeDue(shop, orderId)
  await sweep()
  expect(await readOrder(shop, orderId)).toMatchObject({ status: 'paid', paidLate: false })
})

test('pressed again a few milliseconds later it leaves the new attempt alone', async () => {
  const orderIds: string[] = []
  for (let count = 0; count < 12; count += 1) orderIds.push(await placeExpired())
  await Promise.all(
    orderIds.flatMap((orderId) =>
      Array.from({ length: 8 }, async (_, press) => {
        await setTimeout(press * 3)
        return payAgain(orderId, BROWSER_SECRET)
      }),
    ),
  )
  for (const orderId of orderIds) {
    const statuses = (await readPayments(shop, orderId)).map(({ status }) => status)
    expect(statuses).toEqual(['expire', 'pending'])
  }
})

test('pressed ten times at once it opens one attempt', async () => {
  const orderId = await placeExpired()
  const results = await Promise.all(
    Array.from({ length: 10 }, () => payAgain(orderId, BROWSER_SECRET)),
  )
  expect(results.every(({ ok }) => ok)).toBe(true)
  expect((await readPayments(shop, orderId)).map(({ status }) => status)).toEqual([
    'expire',
    'pending',
  ])
})

test('an order can be paid again and again, each time under a number of its own', async () => {
  const orderId = await placeOne()
  for (const attempt of [2, 3, 4]) {
    await cancelOrder(orderId, BROWSER_SECRET)
    await payAgain(orderId, BROWSER_SECRET)
    const { transaction_status } = await shop.sandbox.transaction(`${orderId}-${attempt}`)
    expect(transaction_status).toBe('pending')
  }
  expect((await readPayments(shop, orderId)).map(({ status }) => status)).toEqual([
    'cancel',
    'cancel',
    'cancel',
    'pending',
  ])
})

test('a sold out order cannot be paid again, and stays as it was', async () => {
  const lines = [
    { productId: 1, quantity: 1 },
    { productId: 10, quantity: 2 },
  ]
  const orderId = await placeExpired(placementOf({ lines }))
  await shop.sql('UPDATE product SET stock = 1 WHERE id = 10')
  const goods = await countGoods(shop)
  expect(await payAgain(orderId, BROWSER_SECRET)).toEqual({ ok: false, code: 'sold_out' })
  expect(await readPayments(shop, orderId)).toHaveLength(1)
  expect((await readOrder(shop, orderId)).status).toBe('expired')
  expect(await countGoods(shop)).toEqual(goods)
})

test('only the browser that ordered can pay again', async () => {
  const orderId = await placeExpired()
  for (const secret of ['another secret', undefined]) {
    expect(await payAgain(orderId, secret)).toEqual({ ok: false, code: 'not_found' })
  }
  expect(await readPayments(shop, orderId)).toHaveLength(1)
})

test('an order that is still open, or paid, gets no second attempt', async () => {
  const orderId = await placeOne()
  expect(await payAgain(orderId, BROWSER_SECRET)).toEqual({ ok: true })
  await shop.sandbox.pay(`${orderId}-1`)
  await makeDue(shop, orderId)
  await sweep()
  expect(await payAgain(orderId, BROWSER_SECRET)).toEqual({ ok: true })
  expect(await readPayments(shop, orderId)).toHaveLength(1)
})

test('after a refused charge the next attempt can succeed', async () => {
  const placement = placementOf()
  await shop.sandbox.setFaults([
    faultFor(placement.customer, 'charge', 'inactive_402', { times: 1 }),
  ])
  const orderId = await placeOne(placement)
  expect((await readOrder(shop, orderId)).status).toBe('failed')
  expect(await payAgain(orderId, BROWSER_SECRET)).toEqual({ ok: true })
  expect(await readPayment(shop, orderId, 2)).toMatchObject({ status: 'pending', refusal: null })
})

describe('an attempt that is still open although a newer one has taken its place', () => {
  /** A process that died between opening the second attempt and withdrawing the first one. */
  async function placeWithOpenFirst(): Promise<string> {
    const orderId = await placeOne()
    await openAttempt({ orderId, attempt: 1, method: 'gopay' }, 'pending')
    return orderId
  }

  test('is withdrawn by the worker', async () => {
    const orderId = await placeWithOpenFirst()
    await makeDue(shop, orderId)
    await sweep()
    // The second one is still leased to the process that died.
    expect((await readPayments(shop, orderId)).map(({ status }) => status)).toEqual([
      'cancel',
      'created',
    ])
  })
})

test('a new attempt whose charge gets no answer is charged by the worker', async () => {
  const placement = placementOf()
  const orderId = await placeExpired(placement)
  await shop.sandbox.setFaults([
    faultFor(placement.customer, 'charge', 'reset_after', { times: 1 }),
  ])
  expect(await payAgain(orderId, BROWSER_SECRET)).toEqual({ ok: true })
  expect(await readPayment(shop, orderId, 2)).toMatchObject({ status: 'created' })
  await makeDue(shop, orderId)
  await sweep()
  expect(await readPayment(shop, orderId, 2)).toMatchObject({ status: 'pending' })
  expect(await shop.sandbox.transactions(`${orderId}-2`)).toHaveLength(1)
})
