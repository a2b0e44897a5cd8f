import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { isGatewayAway } from '@/lib/gateway'
import { askMidtrans } from '@/lib/orders/ask-midtrans'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { sweep } from '@/lib/orders/sweep'
import { readFixture } from '../../kit/fixtures'
import { sendJson } from '../../kit/http-server'
import { countGoods, makeDue, readEvents, readOrder, readPayment } from '../../kit/ledger'
import { BROWSER_SECRET, placeOne } from '../../kit/orders'
import {
  openShopWithStrangeMidtrans,
  type ShopWithStrangeMidtrans,
} from '../../kit/shop-with-strange-midtrans'

let shop: ShopWithStrangeMidtrans
const lines: string[] = []
beforeAll(async () => {
  shop = await openShopWithStrangeMidtrans({ LOG_LEVEL: 'warn' })
  // The breaker goes by the clock of its process: it stands still but when a test moves it.
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
})
afterAll(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  await shop.close()
})

// Its deadline is long past; without one the shop reckons from now.
const { expiry_time: _, ...charged } = readFixture('answers', 'charge-gopay-2024-real')

function comeBack(): void {
  shop.midtrans.answer('charge', ({ body }, response) => {
    const { order_id, gross_amount } = JSON.parse(body).transaction_details
    sendJson(response, 200, { ...charged, order_id, gross_amount: `${gross_amount}.00` })
  })
  for (const question of ['status', 'cancel'] as const) {
    shop.midtrans.answer(question, (_, response) => {
      sendJson(response, 200, readFixture('errors', '404-status-2019-real'))
    })
  }
}

function goAway(): void {
  for (const call of ['charge', 'status', 'cancel'] as const) {
    shop.midtrans.answer(call, (_, response) => void response.socket?.destroy())
  }
}

/** Places orders until the shop has noticed that Midtrans is away. */
async function placeUntilAway(): Promise<string[]> {
  goAway()
  const orderIds: string[] = []
  while (!isGatewayAway()) orderIds.push(await placeOne())
  return orderIds
}

/** Lets the five seconds pass in which no call is made, and then the worker look at an order. */
async function lookLater(orderId: string): Promise<void> {
  vi.setSystemTime(Date.now() + 5_000)
  await makeDue(shop, orderId)
  await sweep()
}

const logged = (event: string) => lines.filter((line) => line.includes(`"event":"${event}"`))

beforeEach(async () => {
  comeBack()
  vi.setSystemTime(Date.now() + 5_000)
  await placeOne()
  lines.length = 0
})

test('after five calls in a row without an answer the next shopper is not kept waiting', async () => {
  expect(await placeUntilAway()).toHaveLength(5)
  // From now on Midtrans would let everyone wait for eight seconds.
  shop.midtrans.answer('charge', () => {})
  const started = performance.now()
  const orderId = await placeOne()
  expect(performance.now() - started).toBeLessThan(4_000)
  expect(await readOrder(shop, orderId)).toMatchObject({ status: 'pending', holdsStock: true })
  expect(await readPayment(shop, orderId)).toMatchObject({ status: 'created', refusal: null })
})

test('a call that is held back is not on record, and starts no five minutes', async () => {
  await placeUntilAway()
  const calls = shop.midtrans.calls().length
  const orderId = await placeOne()
  expect(shop.midtrans.calls()).toHaveLength(calls)
  expect(await readEvents(shop, `${orderId}-1`)).toEqual([])
  const [row] = await shop.sql<{ chargedAt: Date | null }>(
    'SELECT charged_at AS "chargedAt" FROM payment WHERE order_id = $1',
    [orderId],
  )
  expect(row).toEqual({ chargedAt: null })
})

test('every order that was placed meanwhile is charged once Midtrans is back', async () => {
  const orderIds = [...(await placeUntilAway()), await placeOne()]
  comeBack()
  for (const orderId of orderIds) {
    await lookLater(orderId)
    expect((await readPayment(shop, orderId)).status).toBe('pending')
  }
  expect(isGatewayAway()).toBe(false)
})

test('the log has one line when Midtrans goes and one when it is back', async () => {
  const [orderId = ''] = await placeUntilAway()
  const calls = shop.midtrans.calls().length
  for (const _ of ['first', 'second']) await lookLater(orderId)
  expect(shop.midtrans.calls()).toHaveLength(calls + 2)
  await placeOne()
  comeBack()
  await lookLater(orderId)
  expect(logged('midtrans.away')).toHaveLength(1)
  expect(logged('midtrans.back')).toHaveLength(1)
})

test('a question that was not asked after all says nothing about whether Midtrans is back', async () => {
  const orderId = await placeOne()
  const payment = await db().payment.findUniqueOrThrow({
    where: { midtransOrderId: `${orderId}-1` },
  })
  await askMidtrans(payment, 'status', undefined)
  await placeUntilAway()
  vi.setSystemTime(Date.now() + 5_000)
  // Asked a moment ago by the database's clock: the row itself says no.
  expect(await askMidtrans(payment, 'status', undefined)).toMatchObject({
    error: { code: 'not_sent' },
  })
  expect(isGatewayAway()).toBe(true)
  expect(logged('midtrans.back')).toEqual([])
})

test('a charge whose answer was lost is not given up because the next call was held back', async () => {
  const [orderId = ''] = await placeUntilAway()
  await makeDue(shop, orderId)
  await sweep()
  expect(await readPayment(shop, orderId)).toMatchObject({ status: 'created', refusal: null })
  // It may have arrived: only Midtrans can cancel it.
  expect(await cancelOrder(orderId, BROWSER_SECRET)).toEqual({ ok: false, code: 'no_answer' })
  expect((await readOrder(shop, orderId)).status).toBe('pending')
})

test('an order whose charge was never sent can be cancelled without Midtrans', async () => {
  await placeUntilAway()
  const goods = await countGoods(shop)
  const orderId = await placeOne()
  expect(await cancelOrder(orderId, BROWSER_SECRET)).toEqual({ ok: true })
  expect(await readOrder(shop, orderId)).toMatchObject({ status: 'cancelled', holdsStock: false })
  expect(await countGoods(shop)).toEqual(goods)
  comeBack()
  await lookLater(orderId)
  const events = await readEvents(shop, `${orderId}-1`)
  expect(events.filter(({ source }) => source === 'charge')).toEqual([])
})

test.each([
  ['429-rate-limit', 429],
  ['402-not-activated', 200],
  ['500-body', 200],
] as const)('of ten answers %s only those of a failing gateway count', async (name, status) => {
  shop.midtrans.answer('charge', (_, response) =>
    sendJson(response, status, readFixture('errors', name)),
  )
  for (let i = 0; i < 10; i += 1) await placeOne()
  expect(isGatewayAway()).toBe(name === '500-body')
})
