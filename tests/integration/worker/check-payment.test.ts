import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sweep } from '@/lib/orders/sweep'
import { countGoods, makeDue, readEvents, readOrder, readPayment } from '../../kit/ledger'
import { placementOf, placeOne } from '../../kit/orders'
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

/** Seconds until an attempt is looked at next. */
async function secondsToNextCheck(orderId: string, attempt = 1): Promise<number | null> {
  const [row] = await shop.sql<{ seconds: number | null }>(
    `SELECT extract(epoch FROM next_check_at - now())::float8 AS seconds FROM payment
     WHERE order_id = $1 AND attempt = $2`,
    [orderId, attempt],
  )
  return row?.seconds ?? null
}

describe('without any notification the worker finds out that an attempt', () => {
  test.each([
    ['was paid through the deeplink', 'pay', undefined, 'paid', 'gopay'],
    ['was paid by scanning', 'pay', 'dana', 'paid', 'qris'],
    ['expired', 'expire', undefined, 'expired', 'gopay'],
    ['was denied', 'deny', undefined, 'denied', 'gopay'],
    ['was cancelled elsewhere', 'cancel', undefined, 'cancelled', 'gopay'],
  ] as const)('%s', async (_, how, issuer, status, paymentType) => {
    const goods = await countGoods(shop)
    const orderId = await placeOne()
    await shop.sandbox[how](`${orderId}-1`, issuer)
    await checkNow(orderId)
    expect(await readOrder(shop, orderId)).toMatchObject({ status, holdsStock: status === 'paid' })
    expect(await readPayment(shop, orderId)).toMatchObject({ paymentType, nextCheckAt: null })
    expect(await countGoods(shop)).toEqual(goods)
  })
})

test('a payment that is still pending is looked at every five minutes, and just after its deadline', async () => {
  const orderId = await placeOne()
  await checkNow(orderId)
  const usual = (await secondsToNextCheck(orderId)) ?? 0
  expect(usual).toBeGreaterThan(290)
  expect(usual).toBeLessThanOrEqual(300)
  await shop.sql(
    `UPDATE payment SET expires_at = now() + interval '1 minute' WHERE order_id = $1`,
    [orderId],
  )
  await checkNow(orderId)
  const last = (await secondsToNextCheck(orderId)) ?? 0
  expect(last).toBeGreaterThan(55)
  expect(last).toBeLessThanOrEqual(65)
})

test('a payment that is overdue and still pending at Midtrans is expired there', async () => {
  const goods = await countGoods(shop)
  const orderId = await placeOne()
  await shop.sql(
    `UPDATE payment SET expires_at = now() - interval '1 minute' WHERE order_id = $1`,
    [orderId],
  )
  await checkNow(orderId)
  const { transaction_status } = await shop.sandbox.transaction(`${orderId}-1`)
  expect(transaction_status).toBe('expire')
  expect(await readOrder(shop, orderId)).toMatchObject({ status: 'expired', holdsStock: false })
  expect(await countGoods(shop)).toEqual(goods)
})

test('a payment that is overdue and was paid in the last second is paid', async () => {
  const orderId = await placeOne()
  await shop.sandbox.pay(`${orderId}-1`)
  await shop.sql(
    `UPDATE payment SET expires_at = now() - interval '1 minute' WHERE order_id = $1`,
    [orderId],
  )
  await checkNow(orderId)
  expect(await readOrder(shop, orderId)).toMatchObject({ status: 'paid', paidLate: false })
})

test('an overdue payment that Midtrans does not know any more ends, and its stock comes back', async () => {
  const goods = await countGoods(shop)
  const orderId = await placeOne()
  await shop.sandbox.reset(`${orderId}-1`)
  await checkNow(orderId)
  expect((await readOrder(shop, orderId)).status).toBe('pending')
  await shop.sql(
    `UPDATE payment SET expires_at = now() - interval '1 minute' WHERE order_id = $1`,
    [orderId],
  )
  await checkNow(orderId)
  expect(await readOrder(shop, orderId)).toMatchObject({ status: 'failed', holdsStock: false })
  expect(await readPayment(shop, orderId)).toMatchObject({ nextCheckAt: null })
  expect(await countGoods(shop)).toEqual(goods)
})

describe('an overdue payment of which Midtrans tells another amount', () => {
  async function placeMarked(): Promise<string> {
    const placement = placementOf()
    const orderId = await placeOne(placement)
    await shop.sandbox.setFaults([faultFor(placement.customer, 'status', 'wrong_amount')])
    await shop.sql(
      `UPDATE payment SET expires_at = now() - interval '1 minute' WHERE order_id = $1`,
      [orderId],
    )
    return orderId
  }

  test.each(['pending', 'expire'] as const)(
    'and %s ends, can be paid nowhere, and gives its stock back',
    async (told) => {
      const goods = await countGoods(shop)
      const orderId = await placeMarked()
      if (told === 'expire') await shop.sandbox.expire(`${orderId}-1`)
      await checkNow(orderId)
      const { status, holdsStock } = await readOrder(shop, orderId)
      expect([status, holdsStock]).not.toContain('pending')
      expect(holdsStock).toBe(false)
      expect(await readPayment(shop, orderId)).toMatchObject({
        attention: ['amount_differs'],
        nextCheckAt: null,
      })
      const there = await shop.sandbox.transaction(`${orderId}-1`)
      expect(there.transaction_status).not.toBe('pending')
      expect(await countGoods(shop)).toEqual(goods)
    },
  )

  test('and that it is paid waits for a person, and ends when the money went back', async () => {
    const orderId = await placeMarked()
    await shop.sandbox.pay(`${orderId}-1`)
    await checkNow(orderId)
    expect(await readOrder(shop, orderId)).toMatchObject({ status: 'pending', holdsStock: true })
    const { gross_amount } = await shop.sandbox.transaction(`${orderId}-1`)
    const refund = { refund_key: orderId, amount: Number(gross_amount) }
    await shop.sandbox.refund(`${orderId}-1`, refund)
    await checkNow(orderId)
    expect(await readOrder(shop, orderId)).toMatchObject({ status: 'failed', holdsStock: false })
  })
})

describe('Get Status that is answered with', () => {
  test.each(['status_500', 'status_503', 'html', 'truncated_json', 'reset_before'] as const)(
    '%s is asked again soon, and changes nothing',
    async (fault) => {
      const placement = placementOf()
      const orderId = await placeOne(placement)
      await shop.sandbox.setFaults([faultFor(placement.customer, 'status', fault)])
      await checkNow(orderId)
      expect((await readOrder(shop, orderId)).status).toBe('pending')
      const seconds = (await secondsToNextCheck(orderId)) ?? 0
      expect(seconds).toBeGreaterThan(10)
      expect(seconds).toBeLessThanOrEqual(15)
    },
  )

  test('another amount is marked, and the order is not paid by it', async () => {
    const placement = placementOf()
    const orderId = await placeOne(placement)
    await shop.sandbox.pay(`${orderId}-1`)
    await shop.sandbox.setFaults([faultFor(placement.customer, 'status', 'wrong_amount')])
    await checkNow(orderId)
    expect((await readOrder(shop, orderId)).status).toBe('pending')
    expect(await readPayment(shop, orderId)).toMatchObject({ attention: ['amount_differs'] })
  })
})

test('each call is on record before its answer, with how long it took', async () => {
  const orderId = await placeOne()
  await checkNow(orderId)
  const kinds = (await readEvents(shop, `${orderId}-1`)).map(
    ({ kind, source }) => `${kind} ${source}`,
  )
  expect(kinds).toEqual(['call charge', 'fact charge', 'call status', 'fact status'])
  const times = await shop.sql<{ ms: number | null }>(
    `SELECT duration_ms AS ms FROM payment_event WHERE order_id = $1 AND kind = 'fact'`,
    [orderId],
  )
  expect(times.every(({ ms }) => ms !== null && ms >= 0)).toBe(true)
})
