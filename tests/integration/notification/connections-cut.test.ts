import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEvents, readOrder } from '../../kit/ledger'
import { notificationAbout } from '../../kit/notifications'
import { notify } from '../../kit/notify'
import { makeOrder } from '../../kit/orders'
import { openShop, type TestShop } from '../../kit/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

test('while connections to the database are cut, a 200 means stored, anything else is a 503', async () => {
  const orders = []
  for (let i = 0; i < 60; i += 1) orders.push(await makeOrder(shop))

  const answers = await Promise.all(
    orders.map(async (order, i) => {
      if (i % 12 === 11) {
        await shop
          .sql(
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid()`,
          )
          .catch(() => {})
      }
      return { order, answer: await notify(notificationAbout(order, 'settlement')) }
    }),
  )
  for (const { order, answer } of answers) {
    expect([200, 503]).toContain(answer.status)
    if (answer.status === 503) continue
    expect((await readOrder(shop, order.orderId)).status).toBe('paid')
    expect(await readEvents(shop, order.midtransOrderId)).toHaveLength(1)
  }
  // And when Midtrans comes back, every one of them is stored.
  for (const { order } of answers) {
    expect((await notify(notificationAbout(order, 'settlement'))).status).toBe(200)
    expect((await readOrder(shop, order.orderId)).status).toBe('paid')
  }
})
