import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendRaw } from '../kit/raw-http'
import { waitFor } from '../kit/wait-for'
import { NOBODYS, openTarget, type Target } from './stage'

type Line = { event: string; level: string; [field: string]: unknown }

const logged: Line[] = []
let target: Target
beforeAll(async () => {
  target = await openTarget(
    { LOG_LEVEL: 'warn', LIMIT_MISSED_LOOKUPS: '3', LIMIT_ORDERS_PER_CART: '1' },
    (line) => line.startsWith('{') && logged.push(JSON.parse(line) as Line),
  )
}, 240_000)
afterAll(() => target.close())

const told = (event: string) =>
  waitFor(event, async () => logged.find((line) => line.event === event), 5_000)

test('who changes an order of somebody else is in the log', async () => {
  const owner = target.shopper()
  const orderId = await target.place(owner)
  const form = await owner.openForm(target.server.url, `/orders/${orderId}`, 'Cancel order')
  await target.shopper().send(target.server.url, `/orders/${orderId}`, form)
  expect(await told('order.not_theirs')).toMatchObject({ level: 'warn', action: 'cancel' })
})

test('who sends a form from another site is in the log', async () => {
  const requestId = 'named-by-a-load-balancer'
  const evil = { Origin: 'http://evil.example', 'Content-Length': '0', 'X-Request-Id': requestId }
  await sendRaw(`${target.server.url}/checkout`, { method: 'POST', headers: evil })
  const line = { reason: 'origin', who: '127.0.0.1', requestId }
  expect(await told('request.refused')).toMatchObject(line)
})

test('who sends the form of one cart too often is in the log, without the key of the cart', async () => {
  const shopper = target.shopper()
  const form = await shopper.openCheckout(target.server.url)
  for (let i = 0; i < 2; i++) await shopper.send(target.server.url, '/checkout', form)
  expect(await told('limit.reached')).toMatchObject({ limit: 'LIMIT_ORDERS_PER_CART' })
  expect(JSON.stringify(logged)).not.toContain(shopper.placementKey)
})

test('who guesses order numbers is in the log, once', async () => {
  for (let i = 0; i < 8; i++) await sendRaw(`${target.server.url}/orders/${NOBODYS}`)
  const guessed = () => logged.filter(({ limit }) => limit === 'LIMIT_MISSED_LOOKUPS')
  await waitFor('a line about the guesses', async () => guessed()[0], 5_000)
  expect(guessed()).toHaveLength(1)
})
