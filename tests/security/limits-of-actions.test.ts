import { afterAll, beforeAll, expect, test } from 'vitest'
import { messages } from '@/lib/i18n/messages'
import { digest } from '@/lib/orders/digest'
import type { PaymentStatus } from '@/prisma/generated/client'
import type { Shopper } from '../chaos/support/shopper'
import { makeOrder } from '../kit/orders'
import { openTarget, type Target } from './stage'

const ORDERS = 6
const MISSES = 3

const logged: Record<string, unknown>[] = []
let target: Target
beforeAll(async () => {
  target = await openTarget(
    {
      LOG_LEVEL: 'warn',
      LIMIT_ORDERS: `${ORDERS}`,
      LIMIT_ORDERS_PER_CART: '2',
      LIMIT_CHANGES_PER_ORDER: '2',
      LIMIT_MISSED_LOOKUPS: `${MISSES}`,
    },
    (line) => line.startsWith('{') && logged.push(JSON.parse(line)),
  )
}, 240_000)
afterAll(() => target.close())

const checkOut = (shopper: Shopper, form: Map<string, string>) =>
  shopper.send(target.server.url, '/checkout', form)

/** An order that this shopper's browser has placed. */
async function orderOf(shopper: Shopper, status: PaymentStatus): Promise<string> {
  const { orderId } = await makeOrder(target.shop, { status })
  const secret = /tokoku-browser=([^;]+)/.exec(shopper.cookie())?.[1] ?? ''
  const own = 'UPDATE orders SET browser_digest = $1 WHERE id = $2'
  await target.shop.sql(own, [digest(secret), orderId])
  return orderId
}

const openForm = (shopper: Shopper, orderId: string, button: 'Cancel order' | 'Pay again') =>
  shopper.openForm(target.server.url, `/orders/${orderId}`, button)

test('what becomes no order takes nothing of what an address may order', async () => {
  const [empty, hasty, twice] = [target.shopper(), target.shopper(), target.shopper()]
  const form = await empty.openCheckout(target.server.url)
  const wrong = (await hasty.openCheckout(target.server.url)).set('shownCart', '1')
  const sentAgain = await twice.openCheckout(target.server.url)
  expect((await checkOut(twice, sentAgain)).location).toContain('/checkout/TKO-')
  for (let i = 0; i < 2 * ORDERS; i++) {
    expect((await checkOut(target.shopper({}), form)).status).toBe(200)
    expect((await checkOut(hasty, wrong)).status).toBe(200)
    expect((await checkOut(twice, sentAgain)).location).toContain('/checkout/TKO-')
  }
  const orderId = await target.place()
  expect(orderId).toMatch(/^TKO-/)
})

test('forms for the orders of others take nothing of it either, and are in the log until there are too many', async () => {
  const owner = target.shopper()
  const orderId = await orderOf(owner, 'expire')
  const form = await openForm(owner, orderId, 'Pay again')
  for (let i = 0; i < 2 * MISSES; i++) {
    const stranger = target.shopper()
    const { status } = await stranger.send(target.server.url, `/orders/${orderId}`, form)
    expect(status).toBe(404)
  }
  const told = logged.filter(({ event }) => event === 'order.not_theirs')
  expect(told).toHaveLength(MISSES)
  expect(told[0]).toMatchObject({
    action: 'pay_again',
    who: '127.0.0.1',
    requestId: expect.any(String),
  })
  const again = await owner.send(target.server.url, `/orders/${orderId}`, form)
  expect(again.location).toContain('/checkout/TKO-')
})

test('one cart is sent so many times a minute, and spends no more of what others share', async () => {
  const shopper = target.shopper({ 1: 99 })
  await target.shop.sql('UPDATE product SET stock = 5 WHERE id = 1')
  const form = await shopper.openCheckout(target.server.url)
  const answers = []
  for (let i = 0; i < 2 * ORDERS; i++) answers.push(await checkOut(shopper, form))
  const [tooMany = ''] = messages.en.checkout.problems.tooMany.split('{')
  const waits = answers.map(({ text }) => text.includes(tooMany.trim()))
  expect(waits).toEqual([false, false, ...Array(2 * ORDERS - 2).fill(true)])
  expect(answers.map(({ status }) => status)).not.toContain(429)
})

test('an owner changes an order so many times a minute, and leaves as many rows', async () => {
  const owner = target.shopper()
  const form = await openForm(owner, await orderOf(owner, 'pending'), 'Cancel order')
  const paid = await orderOf(owner, 'settlement')
  form.set('orderId', paid)
  const problems = []
  for (let i = 0; i < 5; i++) {
    const { location } = await owner.send(target.server.url, `/orders/${paid}`, form)
    problems.push(location?.split('problem=')[1])
  }
  const tooOften = Array(3).fill('too_often')
  expect(problems).toEqual(['already_paid', 'already_paid', ...tooOften])
  const rows = await target.shop.sql(
    "SELECT id FROM payment_event WHERE order_id = $1 AND kind = 'refused'",
    [paid],
  )
  expect(rows).toHaveLength(2)
})
