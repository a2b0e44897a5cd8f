import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GET as getEvents } from '@/app/orders/[orderId]/events/route'
import { orderChanges } from '@/lib/live/order-changes'
import { orderEvents } from '@/lib/live/order-events'
import { applyPaymentFact } from '@/lib/orders/apply-payment-fact'
import { createOrderId } from '@/lib/orders/order-id'
import { readEventStream } from '../../kit/event-stream'
import { factOf } from '../../kit/facts'
import { makeOrder } from '../../kit/orders'
import { openShop, type TestShop } from '../../kit/shop'
import { waitFor } from '../../kit/wait-for'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const open = (orderId: string) => {
  const ended = new AbortController()
  return { reader: readEventStream(orderEvents(orderId, ended.signal)), leave: () => ended.abort() }
}

const listeners = () =>
  shop.sql<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
  )

test('a stream begins with the status as it is', async () => {
  const order = await makeOrder(shop, { status: 'settlement' })
  const { reader, leave } = open(order.orderId)
  const event = await reader.status('paid')
  leave()
  expect(event).toEqual({
    orderId: order.orderId,
    status: 'paid',
    paymentType: 'gopay',
    grossAmount: order.grossAmount,
    currency: 'IDR',
    expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    paidAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  })
})

test('each change reaches every stream of the order within a second, and no other stream', async () => {
  const [order, other] = [await makeOrder(shop), await makeOrder(shop)]
  const streams = [open(order.orderId), open(order.orderId), open(other.orderId)]
  await Promise.all(streams.map(({ reader }) => reader.status('pending')))
  await waitFor('LISTEN', async () => (await listeners()).length)
  const told = Date.now()
  await applyPaymentFact(factOf(order, 'settlement'))
  await Promise.all(streams.slice(0, 2).map(({ reader }) => reader.status('paid')))
  expect(Date.now() - told).toBeLessThan(1_000)
  await applyPaymentFact(factOf(order, 'refund'))
  await Promise.all(streams.slice(0, 2).map(({ reader }) => reader.status('refunded')))
  for (const { leave } of streams) leave()
  expect(streams[0]?.reader.events.map(({ status }) => status)).toEqual([
    'pending',
    'paid',
    'refunded',
  ])
  expect(streams[2]?.reader.events.map(({ status }) => status)).toEqual(['pending'])
})

test('news that changes nothing for the shopper sends nothing', async () => {
  const order = await makeOrder(shop)
  const { reader, leave } = open(order.orderId)
  await reader.status('pending')
  for (const _ of ['first', 'second']) await applyPaymentFact(factOf(order, 'settlement'))
  await applyPaymentFact(factOf(order, 'expire'))
  await reader.status('paid')
  await applyPaymentFact(factOf(order, 'partial_refund', 'notification', { refund_amount: '1.00' }))
  await reader.status('partially_refunded')
  leave()
  expect(reader.events.map(({ status }) => status)).toEqual([
    'pending',
    'paid',
    'partially_refunded',
  ])
})

describe('after its LISTEN connection was cut', () => {
  test('a stream sends what was missed meanwhile, and every later change', async () => {
    const order = await makeOrder(shop)
    const { reader, leave } = open(order.orderId)
    await reader.status('pending')
    const [before] = (await waitFor('LISTEN', async () => {
      const rows = await listeners()
      return rows.length > 0 ? rows : undefined
    })) as { pid: number }[]
    await shop.sql('SELECT pg_terminate_backend($1)', [before?.pid])
    await waitFor('the connection to be gone', async () => {
      return (await listeners()).every(({ pid }) => pid !== before?.pid)
    })
    // Nobody listens now: this announcement goes nowhere.
    await applyPaymentFact(factOf(order, 'settlement'))
    await reader.status('paid')
    await applyPaymentFact(factOf(order, 'refund'))
    await reader.status('refunded')
    leave()
  })
})

test('one connection listens, however many streams there are', async () => {
  const order = await makeOrder(shop)
  const streams = Array.from({ length: 25 }, () => open(order.orderId))
  await Promise.all(streams.map(({ reader }) => reader.status('pending')))
  expect(await listeners()).toHaveLength(1)
  for (const { leave } of streams) leave()
  await waitFor('all streams to end', () => streams.every(({ reader }) => reader.isClosed()))
})

test('a stream ends when its browser goes, before or after it began', async () => {
  const { orderId } = await makeOrder(shop)
  const { reader, leave } = open(orderId)
  await reader.status('pending')
  leave()
  await waitFor('the stream to end', () => reader.isClosed())
  const gone = readEventStream(orderEvents(orderId, AbortSignal.abort()))
  await waitFor('the stream to end', () => gone.isClosed())
})

test('the address of an order that does not exist says only that', async () => {
  for (const orderId of [createOrderId(), 'TKO-1', '../etc/passwd', "' OR 1=1"]) {
    const response = await getEvents(new Request('http://localhost/'), {
      params: Promise.resolve({ orderId }),
    })
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('not found\n')
  }
})

test('the stream is neither stored nor changed nor held back on its way', async () => {
  const { orderId } = await makeOrder(shop)
  const ended = new AbortController()
  const response = await getEvents(new Request('http://localhost/', { signal: ended.signal }), {
    params: Promise.resolve({ orderId }),
  })
  ended.abort()
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  })
})

// Last in this file: a process that stops does not begin again.
test('a process that stops ends its streams, and one that is opened then ends at once', async () => {
  const { orderId } = await makeOrder(shop)
  const streams = [open(orderId), open(orderId)]
  await Promise.all(streams.map(({ reader }) => reader.status('pending')))
  orderChanges().closeAll()
  await waitFor('the streams to end', () => streams.every(({ reader }) => reader.isClosed()))
  const late = open(orderId)
  await waitFor('the late stream to end', () => late.reader.isClosed())
})
