import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkPayment } from '@/lib/orders/check-payment'
import { leaseNow } from '@/lib/orders/lease'
import { sweep } from '@/lib/orders/sweep'
import { readFixture } from '../../kit/fixtures'
import { sendJson } from '../../kit/http-server'
import { makeDue, readEvents, readPayment } from '../../kit/ledger'
import { type MadeOrder, makeOrder } from '../../kit/orders'
import {
  openShopWithStrangeMidtrans,
  type ShopWithStrangeMidtrans,
} from '../../kit/shop-with-strange-midtrans'

let shop: ShopWithStrangeMidtrans
beforeAll(async () => {
  shop = await openShopWithStrangeMidtrans()
})
afterAll(() => shop.close())

const pendingOf = ({ midtransOrderId, grossAmount, transactionId }: MadeOrder) => ({
  ...readFixture('answers', 'charge-gopay-2024-real'),
  order_id: midtransOrderId,
  gross_amount: `${grossAmount}.00`,
  transaction_id: transactionId,
})

/** An attempt past its time whose transaction Midtrans still has open: two calls under one lease. */
async function makeOverdue(): Promise<MadeOrder> {
  const order = await makeOrder(shop)
  await shop.sql(`UPDATE payment SET expires_at = now() - interval '1 minute' WHERE id = $1`, [
    order.paymentId,
  ])
  return order
}

const callsOf = async (order: MadeOrder) =>
  (await readEvents(shop, order.midtransOrderId))
    .filter(({ kind }) => kind === 'call')
    .map(({ source }) => source)

const secondsLeft = async (order: MadeOrder) => {
  const [row] = await shop.sql<{ seconds: number | null }>(
    'SELECT extract(epoch FROM leased_until - now())::float8 AS seconds FROM payment WHERE id = $1',
    [order.paymentId],
  )
  return row?.seconds ?? 0
}

describe('a lease', () => {
  test('is renewed by each call, so that none is made without its whole length', async () => {
    const order = await makeOverdue()
    const atCalls: number[] = []
    for (const question of ['status', 'expire'] as const) {
      shop.midtrans.answer(question, async (_, response) => {
        atCalls.push(await secondsLeft(order))
        // Slow answers: most of the lease is used up when the next call begins.
        await shop.sql(
          `UPDATE payment SET leased_until = leased_until - interval '11 seconds' WHERE id = $1`,
          [order.paymentId],
        )
        const status = question === 'status' ? 'pending' : 'expire'
        const code = question === 'status' ? '201' : '407'
        sendJson(response, 200, {
          ...pendingOf(order),
          transaction_status: status,
          status_code: code,
        })
      })
    }
    await makeDue(shop, order.orderId)
    await sweep()
    expect(atCalls).toHaveLength(2)
    for (const seconds of atCalls) expect(seconds).toBeGreaterThan(8)
    expect((await readPayment(shop, order.orderId)).status).toBe('expire')
  })

  test('that somebody else has taken ends the work before its next call', async () => {
    const order = await makeOverdue()
    shop.midtrans.answer('status', async (_, response) => {
      await shop.sql('UPDATE payment SET leased_by = gen_random_uuid() WHERE id = $1', [
        order.paymentId,
      ])
      sendJson(response, 200, { ...pendingOf(order), status_code: '201' })
    })
    const lease = await leaseNow(order.paymentId)
    if (!lease) throw new Error('no lease')
    await checkPayment(lease)
    expect(await callsOf(order)).toEqual(['status'])
    // And it is not given back: it is not ours.
    expect(await secondsLeft(order)).toBeGreaterThan(8)
  })

  test('keeps others away, also when the payment becomes due meanwhile', async () => {
    const order = await makeOrder(shop)
    expect(await leaseNow(order.paymentId)).toBeDefined()
    await makeDue(shop, order.orderId)
    await sweep()
    expect(await callsOf(order)).toEqual([])
  })

  test('ends with the check: the payment can be leased again after the pause that Midtrans wants', async () => {
    const order = await makeOrder(shop)
    shop.midtrans.answer('status', (_, response) => {
      sendJson(response, 200, { ...pendingOf(order), status_code: '201' })
    })
    await makeDue(shop, order.orderId)
    await sweep()
    expect(await leaseNow(order.paymentId)).toBeUndefined()
    await shop.sql(`UPDATE payment SET asked_at = asked_at - interval '11 seconds' WHERE id = $1`, [
      order.paymentId,
    ])
    expect(await leaseNow(order.paymentId)).toBeDefined()
  })
})
