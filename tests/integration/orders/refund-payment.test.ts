import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readLeft } from '@/lib/orders/claim-refund'
import { viewOrder } from '@/lib/orders/order-view'
import { refundPayment } from '@/lib/orders/refund-payment'
import { sweep } from '@/lib/orders/sweep'
import { countGoods, readEvents, readOrder, readPayment } from '../../kit/ledger'
import { type NotificationReceiver, receiveNotifications } from '../../kit/notification-receiver'
import { type MadeOrder, makeOrder, placementOf, placeOne } from '../../kit/orders'
import { faultFor } from '../../kit/sandbox-control'
import { openShopWithSandbox, type ShopWithSandbox } from '../../kit/shop-with-sandbox'
import { waitFor } from '../../kit/wait-for'

let shop: ShopWithSandbox
let receiver: NotificationReceiver
beforeAll(async () => {
  receiver = await receiveNotifications()
  shop = await openShopWithSandbox({ APP_URL: receiver.url, SCHEDULE_SCALE: '0.02' })
})
afterAll(async () => {
  await shop.close()
  await receiver.close()
})

const PRICE = 44_000

/** An order of 44,000 rupiah that was paid, and of which the shop knows it. */
async function paidOrder(placement = placementOf()): Promise<string> {
  const orderId = await placeOne(placement)
  await shop.sandbox.pay(`${orderId}-1`)
  await waitFor(
    'the order to be paid',
    async () => (await readOrder(shop, orderId)).status === 'paid',
  )
  return orderId
}

const wish = (amount?: number, refundKey = randomUUID()) => ({
  refundKey,
  amount,
  reason: 'broken',
})

async function refundsAtMidtrans(orderId: string): Promise<{ refund_key: string }[]> {
  const { refunds } = await shop.sandbox.transaction(`${orderId}-1`)
  return (refunds ?? []) as { refund_key: string }[]
}

/** What was refused on the record: the word, and what was asked for. */
async function refusalsOf(orderId: string): Promise<unknown[]> {
  const events = await readEvents(shop, `${orderId}-1`)
  return events
    .filter(({ kind }) => kind === 'refused')
    .map(({ source, reason, body }) => [source, reason, JSON.parse(body).amount])
}

test('a part goes back, then the rest, and with it the stock', async () => {
  const goods = await countGoods(shop)
  const orderId = await paidOrder()
  expect(await refundPayment({ orderId }, wish(4_000))).toEqual({
    ok: true,
    amount: 4_000,
    left: 40_000,
  })
  expect(await viewOrder(orderId)).toMatchObject({ status: 'partially_refunded', refunded: 4_000 })
  expect((await readOrder(shop, orderId)).holdsStock).toBe(true)

  expect(await refundPayment({ orderId }, wish())).toEqual({ ok: true, amount: 40_000, left: 0 })
  expect(await viewOrder(orderId)).toMatchObject({ status: 'refunded', refunded: PRICE })
  expect((await readOrder(shop, orderId)).holdsStock).toBe(false)
  expect(await countGoods(shop)).toEqual(goods)
  expect(await refundsAtMidtrans(orderId)).toHaveLength(2)
})

test('both notifications of each refund count it once', async () => {
  const orderId = await paidOrder()
  await refundPayment({ orderId }, wish(4_000))
  await refundPayment({ orderId }, wish(5_000))
  await shop.sandbox.advance(5, `${orderId}-1`)
  await waitFor('both confirmations', async () => {
    const events = await readEvents(shop, `${orderId}-1`)
    const told = events.filter(({ source, statusTold }) => {
      return source === 'notification' && statusTold === 'partial_refund'
    })
    return told.some(({ body }) => body.split('bank_confirmed_at').length === 3)
  })
  expect(await readPayment(shop, orderId)).toMatchObject({
    status: 'partial_refund',
    refunded: 9_000,
  })
})

test('a notification that overtakes its answer is not counted twice against what is left', async () => {
  const placement = placementOf()
  const orderId = await paidOrder(placement)
  await shop.sandbox.setFaults([
    faultFor(placement.customer, 'refund', 'slow_after', { times: 1, delay_ms: 3_000 }),
  ])
  const first = refundPayment({ orderId }, wish(4_000))
  await waitFor('its notification', async () => (await readPayment(shop, orderId)).refunded > 0)
  const { id } = await readPayment(shop, orderId)
  await waitFor('the rest', async () => (await readLeft(orderId)).get(id) === PRICE - 4_000)
  expect(await refundPayment({ orderId }, wish())).toEqual({ ok: true, amount: 40_000, left: 0 })
  expect(await first).toMatchObject({ ok: true, amount: 4_000 })
  expect(await readPayment(shop, orderId)).toMatchObject({ status: 'refund', refunded: PRICE })
})

test('what the dashboard gave back still counts beside a refund that nobody was notified of', async () => {
  const orderId = await paidOrder()
  await refundInDashboard(orderId, 10_000)
  await waitFor('the notification', async () => (await readPayment(shop, orderId)).refunded > 0)
  await shop.sandbox.setFaults([
    { match: { order_id: `${orderId}-1` }, on: 'notification', fault: 'drop' },
  ])
  expect(await refundPayment({ orderId }, wish(4_000))).toEqual({
    ok: true,
    amount: 4_000,
    left: 30_000,
  })
  expect((await readPayment(shop, orderId)).refunded).toBe(14_000)
  expect(await refundPayment({ orderId }, wish(30_001))).toMatchObject({ code: 'more_than_left' })
  expect(await refundPayment({ orderId }, wish())).toMatchObject({ ok: true, amount: 30_000 })
})

test('what the worker has made meanwhile is made, although Midtrans refuses the slower call', async () => {
  const placement = placementOf()
  const orderId = await paidOrder(placement)
  await shop.sandbox.setFaults([
    faultFor(placement.customer, 'refund', 'slow_before', { times: 1, delay_ms: 1_500 }),
    faultFor(placement.customer, 'refund', 'reset_after', { times: 1 }),
    { match: { email: placement.customer.email }, on: 'notification', fault: 'drop' },
  ])
  const asked = wish()
  const slow = refundPayment({ orderId }, asked)
  await waitFor('the worker to make it', async () => {
    await sweep()
    return (await refundsAtMidtrans(orderId)).length > 0
  })
  await slow
  await waitFor('the shop to know', async () => {
    const [refund] = await shop.sql<{ state: string }>('SELECT state FROM refund WHERE key = $1', [
      asked.refundKey,
    ])
    return refund?.state === 'made'
  })
  expect(await refundsAtMidtrans(orderId)).toHaveLength(1)
  await waitFor('the order', async () => (await readOrder(shop, orderId)).status === 'refunded')
})

test('a refund that Midtrans names is made, also when the shop had taken it for refused', async () => {
  const orderId = await paidOrder()
  const asked = wish(4_000)
  await shop.sql(
    `INSERT INTO refund (key, order_id, payment_id, amount, reason, state, refusal)
     SELECT $1, order_id, id, $2, 'broken', 'refused', 'illegal_state' FROM payment WHERE order_id = $3`,
    [asked.refundKey, asked.amount, orderId],
  )
  await shop.sandbox.refund(`${orderId}-1`, { refund_key: asked.refundKey, amount: 4_000 })
  await waitFor('the notification', async () => (await readPayment(shop, orderId)).refunded > 0)
  const states = await shop.sql('SELECT state::text, refusal FROM refund WHERE key = $1', [
    asked.refundKey,
  ])
  expect(states).toEqual([{ state: 'made', refusal: null }])
})

describe('fired together', () => {
  test('two refunds never come to more than was paid: one is made, one is refused', async () => {
    const orderId = await paidOrder()
    const both = await Promise.all(
      [30_000, 30_000].map((amount) => refundPayment({ orderId }, wish(amount))),
    )
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'more_than_left', left: 14_000 })
    expect((await readPayment(shop, orderId)).refunded).toBe(30_000)
    expect(await refundsAtMidtrans(orderId)).toHaveLength(1)
    expect(await refusalsOf(orderId)).toEqual([['refund', 'more_than_left', 30_000]])
  })

  test('twenty small ones end exactly at what was paid', async () => {
    const orderId = await paidOrder()
    const all = await Promise.all(
      Array.from({ length: 20 }, () => refundPayment({ orderId }, wish(4_000))),
    )
    expect(all.filter(({ ok }) => ok)).toHaveLength(11)
    expect(await readPayment(shop, orderId)).toMatchObject({ status: 'refund', refunded: PRICE })
  })

  test('one key pressed five times is one refund, and the rest says so', async () => {
    const orderId = await paidOrder()
    const once = wish(4_000)
    const all = await Promise.all(Array.from({ length: 5 }, () => refundPayment({ orderId }, once)))
    expect(all.filter(({ ok }) => ok)).toHaveLength(1)
    expect(all.filter((one) => !one.ok && one.code === 'asked_before')).toHaveLength(4)
    const refusal = ['refund', 'asked_before', 4_000]
    expect(await refusalsOf(orderId)).toEqual([refusal, refusal, refusal, refusal])
    expect((await readPayment(shop, orderId)).refunded).toBe(4_000)
    expect(await refundsAtMidtrans(orderId)).toHaveLength(1)
  })
})

describe('refused, with nothing changed and one row that tells of it', () => {
  test('more than is left, counting what the dashboard gave back', async () => {
    const orderId = await paidOrder()
    const { key } = await refundInDashboard(orderId, 40_000)
    await waitFor('the notification', async () => (await readPayment(shop, orderId)).refunded > 0)
    expect(await refundPayment({ orderId }, wish(5_000))).toEqual({
      ok: false,
      code: 'more_than_left',
      left: 4_000,
    })
    expect((await refundsAtMidtrans(orderId)).map(({ refund_key }) => refund_key)).toEqual([key])
    expect(await refusalsOf(orderId)).toEqual([['refund', 'more_than_left', 5_000]])
  })

  test.each(['pending', 'expire', 'cancel'] as const)(
    'what is %s was never paid',
    async (status) => {
      const order: MadeOrder = await makeOrder(shop, { status })
      expect(await refundPayment(order, wish())).toMatchObject({ ok: false, code: 'not_paid' })
      expect(await refusalsOf(order.orderId)).toEqual([['refund', 'not_paid', undefined]])
      expect((await readPayment(shop, order.orderId)).status).toBe(status)
    },
  )

  test('what went back already', async () => {
    const orderId = await paidOrder()
    await refundPayment({ orderId }, wish())
    expect(await refundPayment({ orderId }, wish(1))).toMatchObject({ code: 'nothing_left' })
    expect(await refundsAtMidtrans(orderId)).toHaveLength(1)
  })

  test('an order that does not exist', async () => {
    const orderId = 'TKO-00000000000000000000000000'
    expect(await refundPayment({ orderId }, wish())).toEqual({ ok: false, code: 'not_found' })
  })
})

test('what the bank refuses stays paid, is told, and may be asked for anew', async () => {
  const placement = placementOf()
  const orderId = await paidOrder(placement)
  await shop.sandbox.setFaults([
    faultFor(placement.customer, 'refund', 'refund_denied', { times: 1 }),
  ])
  expect(await refundPayment({ orderId }, wish(4_000))).toEqual({
    ok: false,
    code: 'refused',
    why: 'Refund denied by the bank',
    amount: 4_000,
  })
  expect(await readPayment(shop, orderId)).toMatchObject({
    status: 'settlement',
    refunded: 0,
    attention: [],
  })
  expect(await refundPayment({ orderId }, wish())).toMatchObject({ ok: true, amount: PRICE })
})

describe('a refund whose answer is lost', () => {
  test.each(['reset_before', 'reset_after', 'status_503', 'truncated_json'] as const)(
    'by %s is made once, by the worker, under the same key',
    async (fault) => {
      const placement = placementOf()
      const orderId = await paidOrder(placement)
      await shop.sandbox.setFaults([faultFor(placement.customer, 'refund', fault, { times: 1 })])
      const asked = wish(30_000)
      expect(await refundPayment({ orderId }, asked)).toMatchObject({ code: 'no_answer' })
      // Until it is known, what was asked for counts as given back.
      expect((await refundPayment({ orderId }, wish(30_000))).ok).toBe(false)
      await untilDecided(asked.refundKey, 'made')
      expect(await readPayment(shop, orderId)).toMatchObject({ refunded: 30_000 })
      expect(await refundsAtMidtrans(orderId)).toHaveLength(1)
    },
  )

  // Nothing is left to give back then, and Midtrans refuses the second call for the first one's success.
  test.each([
    ['everything', undefined],
    ['more than half', 30_000],
  ])('and that gave back %s is not taken for refused', async (_, amount) => {
    const placement = placementOf()
    const orderId = await paidOrder(placement)
    await shop.sandbox.setFaults([
      faultFor(placement.customer, 'refund', 'reset_after', { times: 1 }),
      { match: { order_id: `${orderId}-1` }, on: 'notification', fault: 'drop' },
    ])
    const asked = wish(amount)
    expect(await refundPayment({ orderId }, asked)).toMatchObject({ code: 'no_answer' })
    expect(await refundsAtMidtrans(orderId)).toHaveLength(1)
    await untilDecided(asked.refundKey, 'made')
    expect(await readPayment(shop, orderId)).toMatchObject({ refunded: amount ?? PRICE })
    expect(await refundsAtMidtrans(orderId)).toHaveLength(1)
  })

  test('and that never arrived is refused once Midtrans says so and does not list it', async () => {
    const placement = placementOf()
    const orderId = await paidOrder(placement)
    await shop.sandbox.setFaults([
      faultFor(placement.customer, 'refund', 'reset_before', { times: 1 }),
    ])
    const asked = wish(30_000)
    expect(await refundPayment({ orderId }, asked)).toMatchObject({ code: 'no_answer' })
    // More than the rest by now.
    await refundInDashboard(orderId, 20_000)
    await untilDecided(asked.refundKey, 'refused')
    expect(await readPayment(shop, orderId)).toMatchObject({ refunded: 20_000 })
    expect(await refundsAtMidtrans(orderId)).toHaveLength(1)
  })

  test('by a process that died before the payment heard of it is looked at again', async () => {
    const orderId = await paidOrder()
    await shop.sandbox.setFaults([
      { match: { order_id: `${orderId}-1` }, on: 'notification', fault: 'drop' },
    ])
    const key = randomUUID()
    await shop.sandbox.refund(`${orderId}-1`, { refund_key: key, amount: 4_000 })
    await shop.sql(
      `INSERT INTO refund (key, order_id, payment_id, amount, reason, state, due_at)
       SELECT $2, order_id, id, 4000, 'x', 'made', now() FROM payment WHERE order_id = $1`,
      [orderId, key],
    )
    await waitFor('the worker to find out', async () => {
      await sweep()
      return (await readPayment(shop, orderId)).refunded === 4_000
    })
    expect(await refundsAtMidtrans(orderId)).toHaveLength(1)
  })

  test('for six days is left to a person: by then its key would be another refund', async () => {
    const placement = placementOf()
    const orderId = await paidOrder(placement)
    await shop.sandbox.setFaults([
      faultFor(placement.customer, 'refund', 'status_503', { times: 1 }),
    ])
    const asked = wish(30_000)
    await refundPayment({ orderId }, asked)
    await shop.sql(
      `UPDATE refund SET asked_at = now() - interval '7 days', due_at = now() WHERE key = $1`,
      [asked.refundKey],
    )
    await sweep()
    expect(await refundsAtMidtrans(orderId)).toEqual([])
    expect((await readPayment(shop, orderId)).attention).toEqual(['refund_unanswered'])
  })
})

/** Lets the worker come round until it has an answer to this refund, which must be that one. */
async function untilDecided(refundKey: string, expected: 'made' | 'refused'): Promise<void> {
  const state = await waitFor('the worker to find out', async () => {
    await sweep()
    const [row] = await shop.sql<{ state: string }>(
      `SELECT state FROM refund WHERE key = $1 AND state <> 'asked' AND due_at IS NULL`,
      [refundKey],
    )
    return row?.state
  })
  expect(state).toBe(expected)
}

async function refundInDashboard(orderId: string, amount: number): Promise<{ key: string }> {
  const key = randomUUID()
  await shop.sandbox.refund(`${orderId}-1`, { refund_key: key, amount })
  return { key }
}
