import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAttempt } from '@/lib/orders/open-attempt'
import { payAgain } from '@/lib/orders/pay-again'
import { sweep } from '@/lib/orders/sweep'
import { countGoods, makeDue, readEvents, readOrder, readPayments } from '../../kit/ledger'
import { BROWSER_SECRET, makeOrder, placementOf, placeOne } from '../../kit/orders'
import { faultFor } from '../../kit/sandbox-control'
import { openShopWithSandbox, type ShopWithSandbox } from '../../kit/shop-with-sandbox'
import { waitFor } from '../../kit/wait-for'

let shop: ShopWithSandbox
beforeAll(async () => {
  shop = await openShopWithSandbox()
})
afterAll(() => shop.close())

/** An order whose charge answer was lost six minutes ago: Midtrans has forgotten its key. */
async function placeSixMinutesAgo(fault: 'reset_before' | 'reset_after'): Promise<string> {
  const placement = placementOf()
  await shop.sandbox.setFaults([faultFor(placement.customer, 'charge', fault, { times: 1 })])
  const orderId = await placeOne(placement)
  await shop.sql(
    `UPDATE payment SET charged_at = now() - interval '6 minutes', next_check_at = now()
     WHERE order_id = $1`,
    [orderId],
  )
  return orderId
}

const statusesOf = async (orderId: string) =>
  (await readPayments(shop, orderId)).map(({ status }) => status)

describe('six minutes after an answer was lost, Get Status decides', () => {
  test('404: nothing was charged, and the same attempt is charged now', async () => {
    const orderId = await placeSixMinutesAgo('reset_before')
    await sweep()
    expect(await statusesOf(orderId)).toEqual(['pending'])
    const { transaction_status } = await shop.sandbox.transaction(`${orderId}-1`)
    expect(transaction_status).toBe('pending')
  })

  test('pending: its code is lost for ever, so it is cancelled and a new attempt takes its place', async () => {
    const goods = await countGoods(shop)
    const orderId = await placeSixMinutesAgo('reset_after')
    await sweep()
    expect(await statusesOf(orderId)).toEqual(['cancel', 'pending'])
    expect(await readOrder(shop, orderId)).toMatchObject({ status: 'pending', currentAttempt: 2 })
    const first = await shop.sandbox.transaction(`${orderId}-1`)
    const second = await shop.sandbox.transaction(`${orderId}-2`)
    expect([first.transaction_status, second.transaction_status]).toEqual(['cancel', 'pending'])
    expect((await readPayments(shop, orderId))[1]?.chargeResponse).toContain('generate-qr-code')
    expect(await countGoods(shop)).toEqual(goods)
  })

  test('settlement: somebody has paid it, and the order is paid', async () => {
    const orderId = await placeSixMinutesAgo('reset_after')
    await shop.sandbox.pay(`${orderId}-1`)
    await sweep()
    expect(await statusesOf(orderId)).toEqual(['settlement'])
    expect((await readOrder(shop, orderId)).status).toBe('paid')
  })

  test('no answer: the attempt waits, and is asked about again', async () => {
    const orderId = await placeSixMinutesAgo('reset_after')
    await shop.sandbox.setFaults([
      { match: { order_id: `${orderId}-1` }, on: 'status', fault: 'status_503', times: 1 },
    ])
    await sweep()
    expect(await statusesOf(orderId)).toEqual(['created'])
    expect((await readPayments(shop, orderId))[0]?.nextCheckAt).not.toBeNull()
    await makeDue(shop, orderId)
    await sweep()
    expect(await statusesOf(orderId)).toEqual(['cancel', 'pending'])
  })
})

test('a second attempt whose code is lost as well ends the order, and the shopper may try again', async () => {
  const goods = await countGoods(shop)
  const placement = placementOf()
  const { customer } = placement
  await shop.sandbox.setFaults([faultFor(customer, 'charge', 'reset_after', { times: 2 })])
  const orderId = await placeOne(placement)
  for (const _ of ['first', 'second']) {
    await shop.sql(
      `UPDATE payment SET charged_at = now() - interval '6 minutes', next_check_at = now()
       WHERE order_id = $1 AND charged_at IS NOT NULL AND status IN ('created', 'pending')`,
      [orderId],
    )
    await sweep()
  }
  expect(await statusesOf(orderId)).toEqual(['cancel', 'cancel'])
  expect(await readOrder(shop, orderId)).toMatchObject({ status: 'cancelled', holdsStock: false })
  expect(await countGoods(shop)).toEqual(goods)
  expect(await payAgain(orderId, BROWSER_SECRET)).toEqual({ ok: true })
  expect(await statusesOf(orderId)).toEqual(['cancel', 'cancel', 'pending'])
})

test('whoever lost the lease while Midtrans looked leaves what others have charged alone', async () => {
  const orderId = await placeSixMinutesAgo('reset_before')
  await shop.sandbox.setFaults([
    { match: { order_id: `${orderId}-1` }, on: 'status', fault: 'slow_before', delay_ms: 1_000 },
  ])
  const sweeping = sweep()
  await waitFor('the question', async () =>
    (await readEvents(shop, `${orderId}-1`)).some(({ source }) => source === 'status'),
  )
  const [taken] = await shop.sql<{ chargedAt: Date }>(
    `UPDATE payment SET leased_by = gen_random_uuid(), leased_until = now() + interval '1 minute',
       charged_at = now(), status = 'pending', charge_response = '{}'
     WHERE order_id = $1 RETURNING charged_at AS "chargedAt"`,
    [orderId],
  )
  await sweeping
  const [left] = await shop.sql<{ chargedAt: Date }>(
    'SELECT charged_at AS "chargedAt" FROM payment WHERE order_id = $1',
    [orderId],
  )
  expect(left).toEqual(taken)
  expect(await statusesOf(orderId)).toEqual(['pending'])
})

test('workers that find it at once open one new attempt between them', async () => {
  const orderId = await placeSixMinutesAgo('reset_after')
  for (const _ of [1, 2, 3]) {
    await makeDue(shop, orderId)
    await Promise.all([sweep(), sweep(), sweep()])
  }
  expect(await statusesOf(orderId)).toEqual(['cancel', 'pending'])
})

describe('a new attempt is opened only for an order that is as its opener saw it', () => {
  const last = (orderId: string, attempt = 1) => ({ orderId, attempt, method: 'gopay' as const })

  test.each(['cancel', 'settlement'] as const)('and not after its %s', async (status) => {
    const goods = await countGoods(shop)
    const { orderId } = await makeOrder(shop, { status })
    const superseded = { ok: false, code: 'superseded' }
    expect(await openAttempt(last(orderId), 'pending')).toEqual(superseded)
    expect(await statusesOf(orderId)).toEqual([status])
    expect(await countGoods(shop)).toEqual(goods)
  })

  test('by one of ten who saw the same', async () => {
    const { orderId } = await makeOrder(shop, { status: 'expire' })
    const opened = await Promise.all(
      Array.from({ length: 10 }, () => openAttempt(last(orderId), 'expired')),
    )
    expect(opened.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await statusesOf(orderId)).toEqual(['expire', 'created'])
    expect(await openAttempt(last(orderId, 1), 'pending')).toMatchObject({ ok: false })
  })
})
