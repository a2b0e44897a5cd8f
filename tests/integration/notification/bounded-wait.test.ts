import pg from 'pg'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { POST } from '@/app/api/midtrans/notification/route'
import { readEvents, readOrder } from '../../kit/ledger'
import { notificationOf } from '../../kit/notifications'
import { notify } from '../../kit/notify'
import { type MadeOrder, makeOrder } from '../../kit/orders'
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

const settlementOf = (order: MadeOrder) =>
  notificationOf(
    {
      order_id: order.midtransOrderId,
      gross_amount: `${order.grossAmount}.00`,
      transaction_id: order.transactionId,
    },
    'settlement',
  )

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
    const answers = await Promise.all(orders.map((order) => notify(settlementOf(order))))
    expect(Date.now() - started).toBeLessThan(PATIENCE_MS)
    for (const { status, headers } of answers) {
      expect(status).toBe(503)
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    }
    await holder.end()

    const again = await Promise.all(orders.map((order) => notify(settlementOf(order))))
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
    const response = await POST(
      new Request('http://localhost/', {
        method: 'POST',
        body: dripping,
        duplex: 'half',
      } as RequestInit),
    )
    expect(response.status).toBe(408)
    expect(response.headers.get('connection')).toBe('close')
    expect(Date.now() - started).toBeLessThan(PATIENCE_MS)
    expect(cancelled).toBe(true)
  })
})
