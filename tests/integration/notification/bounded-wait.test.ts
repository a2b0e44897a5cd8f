import pg from 'pg'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { readEvents, readOrder } from '../../kit/ledger'
import { notificationAbout } from '../../kit/notifications'
import { notify, notifyInPieces } from '../../kit/notify'
import { makeOrder } from '../../kit/orders'
import { openShop, type TestShop } from '../../kit/shop'

/** Midtrans waits 15 seconds for an answer. */
const PATIENCE_MS = 14_500
/** More than the pool has connections. */
const MANY = 40

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

// At the same time, because they wait.
describe.concurrent('Midtrans gets an answer before it hangs up', () => {
  test('while the database holds every statement and every connection: 503, and nothing is lost', async ({
    expect,
  }) => {
    const orders = await Promise.all(Array.from({ length: MANY }, () => makeOrder(shop)))
    const holder = new pg.Client({ connectionString: shop.databaseUrl })
    await holder.connect()
    await holder.query('BEGIN; LOCK TABLE payment IN ACCESS EXCLUSIVE MODE')
    const started = Date.now()
    const tellAll = () =>
      Promise.all(orders.map((order) => notify(notificationAbout(order, 'settlement'))))
    const answers = await tellAll()
    expect(Date.now() - started).toBeLessThan(PATIENCE_MS)
    for (const { status, headers } of answers) {
      expect(status).toBe(503)
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    }
    await holder.end()

    const again = await tellAll()
    expect(again.every(({ status }) => status === 200)).toBe(true)
    for (const order of orders) {
      expect((await readOrder(shop, order.orderId)).status).toBe('paid')
      expect(await readEvents(shop, order.midtransOrderId)).toHaveLength(1)
    }
  })

  test('to a body that drips and never ends: 408, and the sender is cut off', async ({
    expect,
  }) => {
    let cancelled = false
    let drip: ReturnType<typeof setInterval> | undefined
    const dripping = new ReadableStream<Uint8Array>({
      start(controller) {
        drip = setInterval(() => controller.enqueue(new Uint8Array([0x20])), 100)
      },
      cancel() {
        clearInterval(drip)
        cancelled = true
      },
    })
    const started = Date.now()
    const response = await notifyInPieces(dripping)
    expect(response.status).toBe(408)
    expect(response.headers.get('connection')).toBe('close')
    expect(Date.now() - started).toBeLessThan(PATIENCE_MS)
    expect(cancelled).toBe(true)
  })
})
