import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { announceOrder, ORDER_CHANNEL } from '@/lib/live/announce'
import { orderEvents } from '@/lib/live/order-events'
import { createOrderId } from '@/lib/orders/order-id'
import { readEventStream } from '../../kit/event-stream'
import { makeOrder } from '../../kit/orders'
import { openShop, type TestShop } from '../../kit/shop'
import { waitFor } from '../../kit/wait-for'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

test('a change that another process made reaches the streams of this one', async () => {
  const { orderId } = await makeOrder(shop)
  const ended = new AbortController()
  const reader = readEventStream(orderEvents(orderId, ended.signal))
  await reader.status('pending')
  await shop.sql(`UPDATE orders SET status = 'expired' WHERE id = $1`, [orderId])
  // Until this process listens an announcement is lost: only the one after that must arrive.
  await waitFor('the change', async () => {
    await shop.sql('SELECT pg_notify($1, $2)', [ORDER_CHANNEL, orderId])
    return reader.events.some(({ status }) => status === 'expired')
  })
  ended.abort()
})

test('a burst of changes is announced once for each order', async () => {
  const heard: string[] = []
  const listener = new pg.Client({ connectionString: shop.databaseUrl })
  await listener.connect()
  listener.on('notification', ({ payload }) => heard.push(payload ?? ''))
  await listener.query(`LISTEN ${ORDER_CHANNEL}`)
  const orderIds = [createOrderId(), createOrderId(), createOrderId()]
  for (let i = 0; i < 30; i += 1) announceOrder(orderIds[i % 3] ?? '')
  await waitFor('the announcements', () => heard.length >= 3)
  announceOrder('the last one')
  await waitFor('the last one', () => heard.includes('the last one'))
  await listener.end()
  expect(heard.sort()).toEqual([...orderIds, 'the last one'].sort())
})
