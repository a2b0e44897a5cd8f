import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createOrderId } from '@/lib/orders/order-id'
import { limitVariables } from '@/lib/security/limit-settings'
import { notificationAbout } from '../kit/notifications'
import { makeOrder } from '../kit/orders'
import { openTarget, type Target } from './stage'

// What a machine with the local Midtrans lets one address do, with no limit set.
vi.setConfig({ testTimeout: 120_000 })

let target: Target
beforeAll(async () => {
  target = await openTarget(
    Object.fromEntries(Object.keys(limitVariables).map((name) => [name, ''])),
  )
}, 240_000)
afterAll(() => target.close())

/** Does something so often, a few at a time. What each came to, and how often. */
async function tally(times: number, act: () => Promise<number>): Promise<Record<number, number>> {
  const counts: Record<number, number> = {}
  let left = times
  const lane = async () => {
    while (left-- > 0) {
      const status = await act()
      counts[status] = (counts[status] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: 8 }, lane))
  return counts
}

test('300 streams are open at a time', async () => {
  const { orderId } = await makeOrder(target.shop)
  const ended = new AbortController()
  // What nobody holds may be collected, and is closed then.
  const held: Response[] = []
  const open = async () => {
    const url = `${target.server.url}/orders/${orderId}/events`
    const answer = await fetch(url, { signal: ended.signal })
    held.push(answer)
    return answer.status
  }
  expect(await tally(300, open)).toEqual({ 200: 300 })
  expect(await open()).toBe(429)
  ended.abort()
})

test('120 orders are placed in a minute', async () => {
  await target.shop.sql('UPDATE product SET stock = 1000 WHERE id = 1')
  const form = await target.shopper().openCheckout(target.server.url)
  const order = async () => {
    const shopper = target.shopper()
    const own = new Map(form).set('placementKey', shopper.placementKey)
    const { status, location } = await shopper.send(target.server.url, '/checkout', own)
    return location?.includes('/checkout/TKO-') ? status : 0
  }
  expect(await tally(120, order)).toEqual({ 303: 120 })
})

test('300 orders are looked up in a minute that are not there', async () => {
  const look = () => fetch(`${target.server.url}/orders/${createOrderId()}/status`)
  expect(await tally(300, async () => (await look()).status)).toEqual({ 404: 300 })
})

test('1,000 notifications in a minute are signed badly', async () => {
  const order = await makeOrder(target.shop)
  const bad = { ...notificationAbout(order, 'settlement'), signature_key: 'a'.repeat(128) }
  const body = JSON.stringify(bad)
  const url = `${target.server.url}/api/midtrans/notification`
  const post = async () => (await fetch(url, { method: 'POST', body })).status
  expect(await tally(1_000, post)).toEqual({ 403: 1_000 })
})
