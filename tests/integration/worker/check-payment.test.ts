import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyPaymentFact } from '@/lib/orders/apply-payment-fact'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { payAgain } from '@/lib/orders/pay-again'
import { sweep } from '@/lib/orders/sweep'
import { factOf } from '../../kit/facts'
import { countGoods, makeDue, readEvents, readOrder, readPayment } from '../../kit/ledger'
import { BROWSER_SECRET, type MadeOrder, placementOf, placeOne } from '../../kit/orders'
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

describe('a settlement that is told after the shop gave up', () => {
  async function placeDoubtful(): Promise<MadeOrder & { email: string }> {
    const placement = placementOf()
    const orderId = await placeOne(placement)
    const midtransOrderId = `${orderId}-1`
    const { transaction_id: transactionId } = await shop.sandbox.transaction(midtransOrderId)
    const [row] = await shop.sql<{ paymentId: string; grossAmount: number }>(
      'SELECT id AS "paymentId", gross_amount AS "grossAmount" FROM payment WHERE order_id = $1',
      [orderId],
    )
    if (!row) throw new Error('no payment')
    const order = { orderId, midtransOrderId, transactionId, ...row, ...placement.customer }
    await applyPaymentFact(factOf(order, 'expire'))
    expect((await readOrder(shop, orderId)).status).toBe('expired')
    return order
  }

  test('pays the order late once Get Status confirms it', async () => {
    const order = await placeDoubtful()
    await shop.sandbox.pay(order.midtransOrderId)
    expect(await applyPaymentFact(factOf(order, 'settlement'))).toMatchObject({
      verdict: 'doubtful',
    })
    await sweep()
    expect(await readOrder(shop, order.orderId)).toMatchObject({
      status: 'paid',
      paidLate: true,
      holdsStock: true,
    })
  })

  test('is forgotten once Get Status says that it is not so', async () => {
    const order = await placeDoubtful()
    await shop.sandbox.expire(order.midtransOrderId)
    await applyPaymentFact(factOf(order, 'settlement'))
    await sweep()
    expect((await readOrder(shop, order.orderId)).status).toBe('expired')
    expect((await readPayment(shop, order.orderId)).nextCheckAt).toBeNull()
  })

  test('is asked about until there is an answer', async () => {
    const order = await placeDoubtful()
    await shop.sandbox.pay(order.midtransOrderId)
    await shop.sandbox.setFaults([faultFor(order, 'status', 'status_503', { times: 2 })])
    await applyPaymentFact(factOf(order, 'settlement'))
    await sweep()
    for (const _ of ['second', 'third']) {
      expect((await readOrder(shop, order.orderId)).status).toBe('expired')
      expect(await secondsToNextCheck(order.orderId)).toBeLessThanOrEqual(15)
      await checkNow(order.orderId)
    }
    expect((await readOrder(shop, order.orderId)).status).toBe('paid')
  })
})

describe('an old attempt that is paid while a new one is open', () => {
  test('pays the order, and the new one is cancelled at Midtrans', async () => {
    const orderId = await placeOne()
    await cancelOrder(orderId, BROWSER_SECRET)
    await payAgain(orderId, BROWSER_SECRET)
    // Paid after all, as only a wallet that overlooked the cancellation could.
    const [row] = await shop.sql<MadeOrder>(
      `SELECT order_id AS "orderId", id AS "paymentId", midtrans_order_id AS "midtransOrderId",
         transaction_id AS "transactionId", gross_amount AS "grossAmount"
       FROM payment WHERE order_id = $1 AND attempt = 1`,
      [orderId],
    )
    await applyPaymentFact(factOf(row as MadeOrder, 'settlement', 'status'))
    expect(await readOrder(shop, orderId)).toMatchObject({ status: 'paid', currentAttempt: 2 })
    await sweep()
    expect((await readPayment(shop, orderId, 2)).status).toBe('cancel')
    const { transaction_status } = await shop.sandbox.transaction(`${orderId}-2`)
    expect(transaction_status).toBe('cancel')
    expect((await readOrder(shop, orderId)).status).toBe('paid')
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
