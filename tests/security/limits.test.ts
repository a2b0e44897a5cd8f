import { afterAll, beforeAll, expect, test } from 'vitest'
import { messages } from '@/lib/i18n/messages'
import { createOrderId } from '@/lib/orders/order-id'
import { notificationAbout } from '../kit/notifications'
import { BROWSER_SECRET, makeOrder } from '../kit/orders'
import { sendRaw } from '../kit/raw-http'
import { waitFor } from '../kit/wait-for'
import { openTarget, type Target } from './stage'

let target: Target
beforeAll(async () => {
  target = await openTarget({
    LIMIT_ORDERS: '4',
    LIMIT_IMAGES_PER_ORDER: '2',
    LIMIT_MISSED_LOOKUPS: '5',
    LIMIT_BAD_SIGNATURES: '4',
    LIMIT_STREAMS_PER_ORDER: '2',
    LIMIT_STREAMS: '3',
  })
}, 240_000)
afterAll(() => target.close())

// The limits of one address, which all of these share: the one that closes every order's page comes last.
test('one order has so many open streams and no more, until one ends', async () => {
  const { orderId } = await makeOrder(target.shop)
  const { orderId: another } = await makeOrder(target.shop)
  const third = (await makeOrder(target.shop)).orderId
  const open = async (id: string) => {
    const ended = new AbortController()
    const { signal } = ended
    const answer = await fetch(`${target.server.url}/orders/${id}/events`, { signal })
    return { answer, end: () => ended.abort() }
  }
  const [first, second] = [await open(orderId), await open(orderId)]
  expect([first.answer.status, second.answer.status]).toEqual([200, 200])
  const flood = await open(orderId)
  expect(flood.answer.status).toBe(429)
  expect(Number(flood.answer.headers.get('retry-after'))).toBeGreaterThan(0)
  const other = await open(another)
  expect(other.answer.status).toBe(200)
  // Three are open from this address.
  expect((await open(third)).answer.status).toBe(429)
  first.end()
  const again = await waitFor('a place for a stream', async () => {
    const tried = await open(orderId)
    return tried.answer.status === 200 ? tried : undefined
  })
  for (const stream of [second, other, again]) stream.end()
})

test('asking for the head of a stream takes no place', async () => {
  const { orderId } = await makeOrder(target.shop)
  const url = `${target.server.url}/orders/${orderId}/events`
  for (let i = 0; i < 6; i++) expect((await fetch(url, { method: 'HEAD' })).status).toBe(200)
  const stream = new AbortController()
  expect((await fetch(url, { signal: stream.signal })).status).toBe(200)
  stream.abort()
})

test('the picture of one order is fetched from Midtrans so many times a minute and no more', async () => {
  const orderId = await target.place()
  const look = () => fetch(`${target.server.url}/orders/${orderId}/qr.png`)
  const statuses = []
  for (let i = 0; i < 4; i++) statuses.push((await look()).status)
  expect(statuses).toEqual([200, 200, 429, 429])
  expect(Number((await look()).headers.get('retry-after'))).toBeGreaterThan(0)
  const another = (await makeOrder(target.shop)).orderId
  expect((await fetch(`${target.server.url}/orders/${another}/qr.png`)).status).toBe(404)
})

test('orders are placed so many times a minute, then the shopper is asked to wait', async () => {
  const shoppers = Array.from({ length: 5 }, () => target.shopper())
  const [one, two, three, four, five] = shoppers
  if (!one || !two || !three || !four || !five) throw new Error()
  const forms = await Promise.all(shoppers.map((each) => each.openCheckout(target.server.url)))
  for (const shopper of [one, two, three]) await target.place(shopper)
  const [form = new Map<string, string>()] = forms.slice(3)
  const body = new FormData()
  for (const [name, value] of form) body.set(name, value)
  for (const [language, words] of Object.entries(messages)) {
    const refused = await fetch(`${target.server.url}/checkout`, {
      method: 'POST',
      body,
      // Whoever claims to be many is one.
      headers: {
        Origin: target.server.url,
        'Accept-Language': language,
        'X-Forwarded-For': `203.0.113.${Math.floor(Math.random() * 200)}`,
      },
    })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    const policy = refused.headers.get('content-security-policy')
    expect(policy).toContain("frame-ancestors 'none'")
    const page = await refused.text()
    expect(page).toContain(words.shop.tooMany.heading)
    const [, nonce] = /<style nonce="([^"]+)">/.exec(page) ?? []
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`)
    expect(page).not.toMatch(/<script| style=| on\w+=/)
  }
  // An action can be sent to any address of the shop.
  await five.send(target.server.url, '/', forms[4] ?? new Map())
  expect([await target.count(four.email), await target.count(five.email)]).toEqual([0, 0])
})

test('bad signatures are refused, then refused at once; a good one is never', async () => {
  const order = await makeOrder(target.shop)
  const url = `${target.server.url}/api/midtrans/notification`
  const good = notificationAbout(order, 'settlement')
  const post = (signature: unknown) =>
    fetch(url, { method: 'POST', body: JSON.stringify({ ...good, signature_key: signature }) })
  const bad = 'a'.repeat(128)
  const statuses = []
  for (let i = 0; i < 6; i++) statuses.push((await post(bad)).status)
  expect(statuses).toEqual([403, 403, 403, 403, 429, 429])
  expect(Number((await post(bad)).headers.get('retry-after'))).toBeGreaterThan(0)
  for (let i = 0; i < 10; i++) expect((await post(good.signature_key)).status).toBe(200)
})

test('whoever guesses order numbers is soon answered 429, and spoils nobody at the same address an order that exists', async () => {
  const { orderId } = await makeOrder(target.shop)
  const look = (id: string, end = '') =>
    sendRaw(`${target.server.url}/orders/${id}${end}`, {
      headers: { 'X-Forwarded-For': `198.51.100.${Math.floor(Math.random() * 250)}` },
    })
  const statuses = []
  for (const end of ['', '/status', '/events', '/qr.png', '/finish', '', '/status']) {
    statuses.push((await look(createOrderId(), end)).status)
  }
  expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429])
  const refused = await look(createOrderId())
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(refused.text).toContain(messages.en.shop.tooMany.heading)
  // Thousands share one address. Who has the number of an order needs no cookie, as a phone that scanned it.
  for (const end of ['', '/status', '/finish']) {
    expect([end, (await look(orderId, end)).status]).toEqual([end, end === '/finish' ? 307 : 200])
  }
  const guessed = await sendRaw(`${target.server.url}/orders/${createOrderId()}`, {
    headers: { Cookie: `tokoku-browser=${BROWSER_SECRET}` },
  })
  expect(guessed.status).toBe(429)
})
