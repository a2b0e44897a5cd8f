import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readEvents, readOrder, readPayment } from '../../kit/ledger'
import { type NotificationReceiver, receiveNotifications } from '../../kit/notification-receiver'
import { placeOne } from '../../kit/orders'
import { runCommand } from '../../kit/run-command'
import { openShopWithSandbox, type ShopWithSandbox } from '../../kit/shop-with-sandbox'

// Each command is a process of its own, which compiles what it needs when it starts.
vi.setConfig({ testTimeout: 60_000 })

let shop: ShopWithSandbox
let receiver: NotificationReceiver
beforeAll(async () => {
  receiver = await receiveNotifications()
  shop = await openShopWithSandbox({ APP_URL: receiver.url })
  // Nothing comes by itself: as with a shop that Midtrans cannot reach.
  const match = { order_id: 'TKO-*' }
  await shop.sandbox.setFaults([{ match, on: 'notification', fault: 'drop' }])
})
afterAll(async () => {
  await shop.close()
  await receiver.close()
})

test.each([
  ['pay', 'settlement', 'paid'],
  ['expire', 'expire', 'expired'],
  ['deny', 'deny', 'denied'],
  ['cancel', 'cancel', 'cancelled'],
] as const)('what %s did is delivered as a signed notification', async (deed, told, status) => {
  const orderId = await placeOne()
  await shop.sandbox[deed](`${orderId}-1`)
  const { code, output } = await runCommand('listen', ['--once'])
  expect(output).toMatch(new RegExp(`${orderId}-1  ${told}: notified .* answered 200`))
  expect(code).toBe(0)
  expect((await readOrder(shop, orderId)).status).toBe(status)
  const events = await readEvents(shop, `${orderId}-1`)
  expect(events.at(-1)).toMatchObject({
    source: 'notification',
    statusTold: told,
    verdict: 'applied',
  })
})

test('a refund that was made in the dashboard of a paid order is delivered, and each further one', async () => {
  const orderId = await placeOne()
  await shop.sandbox.pay(`${orderId}-1`)
  await runCommand('listen', ['--once'])
  for (const refunded of [4_000, 9_000]) {
    const amount = refunded === 4_000 ? 4_000 : 5_000
    await shop.sandbox.refund(`${orderId}-1`, { refund_key: randomUUID(), amount })
    const { output } = await runCommand('listen', ['--once'])
    expect(output).toMatch(
      new RegExp(`${orderId}-1  partial_refund ${refunded}.00: notified .* answered 200`),
    )
    expect((await readPayment(shop, orderId)).refunded).toBe(refunded)
  }
  expect((await readOrder(shop, orderId)).status).toBe('partially_refunded')
})

test('what the shop has given up and Midtrans has settled is delivered', async () => {
  const orderId = await placeOne()
  await shop.sandbox.pay(`${orderId}-1`)
  await shop.sql(`UPDATE payment SET status = 'expire' WHERE order_id = $1`, [orderId])
  const { output } = await runCommand('listen', ['--once'])
  expect(output).toMatch(new RegExp(`${orderId}-1  settlement: notified .* 200 doubtful`))
})

test('what has not changed is not delivered', async () => {
  const orderId = await placeOne()
  const { output } = await runCommand('listen', ['--once'])
  expect(output).not.toContain(orderId)
})

test('in production it refuses, in one sentence, with one row', async () => {
  const production = { MIDTRANS_ENV: 'production', MIDTRANS_SERVER_KEY: 'Mid-server-x' }
  const { code, output } = await runCommand('listen', ['--once'], production)
  expect(code).toBe(1)
  expect(output).toMatch(/^npm run listen refuses a production key: [^\n]*\n$/)
  expect(await readEvents(shop, 'listen')).toMatchObject([
    { source: 'listen', kind: 'refused', reason: 'production' },
  ])
})

test('a key that Midtrans does not take ends it with a sentence', async () => {
  await placeOne()
  const { code, output } = await runCommand('listen', ['--once'], {
    MIDTRANS_SERVER_KEY: 'Mid-server-of-production',
  })
  expect(code).toBe(1)
  expect(output).toContain('does not take this server key')
})
