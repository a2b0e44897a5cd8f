import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readOrder } from '../kit/ledger'
import { sendRaw } from '../kit/raw-http'
import { NOBODYS, openTarget, type Target } from './stage'

let target: Target
let orderId: string
let owner: ReturnType<Target['shopper']>
beforeAll(async () => {
  target = await openTarget()
  owner = target.shopper()
  orderId = await target.place(owner)
}, 240_000)
afterAll(() => target.close())

const ENDS = ['', '/status', '/events', '/qr.png', '/finish', '/timeline', '/timeline.json']
const RSC = { RSC: '1', Accept: 'text/x-component', 'Sec-Fetch-Dest': 'empty' }

/** As the router of an open page asks: Next first sends it to an address that no cache takes for the page's. */
async function ask(path: string, headers: Record<string, string>) {
  const answer = await sendRaw(target.server.url + path, { headers })
  if (answer.status !== 307) return answer
  expect(answer.headers.location).toContain('_rsc')
  const url = new URL(answer.headers.location ?? '', target.server.url)
  return sendRaw(target.server.url + url.pathname + url.search, { headers })
}

/** The same number with one character changed, at each place. */
const neighbours = () =>
  [4, 10, 20, 29].map((at) => {
    const other = orderId[at] === '7' ? '8' : '7'
    return orderId.slice(0, at) + other + orderId.slice(at + 1)
  })

describe('an order that is not theirs', () => {
  test('is not found by a guess, on any of its addresses', async () => {
    for (const id of [...neighbours(), NOBODYS, orderId.toLowerCase(), `${orderId}-1`]) {
      for (const end of ENDS) {
        const { status, text } = await sendRaw(`${target.server.url}/orders/${id}${end}`)
        expect([id, end, status]).toEqual([id, end, 404])
        expect(text).not.toContain(owner.email)
      }
    }
  })

  test.each(['', '?_rsc=1', '.rsc', '.segments/_tree.segment.rsc', '/page.rsc'])(
    'is not in the data behind the page, asked for with %j',
    async (end) => {
      for (const id of [...neighbours(), NOBODYS]) {
        const { status, text } = await sendRaw(`${target.server.url}/orders/${id}${end}`, {
          headers: RSC,
        })
        expect(status).toBeLessThan(500)
        expect(text).not.toMatch(/Rp\s?\d|Sari|@example/)
      }
    },
  )

  test('shows whoever was given its address no more than a masked contact', async () => {
    for (const headers of [{}, RSC]) {
      for (const path of [`/orders/${orderId}`, `/checkout/${orderId}?show=qr`]) {
        const { status, text } = await ask(path, headers)
        expect(status).toBe(200)
        expect(text).not.toContain(owner.email)
        expect(text.replaceAll(/\D/g, '')).not.toContain('81234567890')
        expect(text).not.toMatch(/browser_?digest|placement_?key|chargeResponse|signature/i)
      }
    }
  })

  test.each(['Cancel order'] as const)('cannot be changed by another browser: %s', async (name) => {
    const form = await owner.openForm(target.server.url, `/orders/${orderId}`, name)
    const stranger = target.shopper()
    expect((await stranger.get(target.server.url, `/orders/${orderId}`)).text).not.toContain(name)
    const refused = await stranger.send(target.server.url, `/orders/${orderId}`, form)
    expect(refused.status).toBe(404)
    expect((await readOrder(target.shop, orderId)).status).toBe('pending')
  })

  test('is on no list of a browser that did not place it', async () => {
    const list = await target.shopper().get(target.server.url, '/orders')
    expect(list.text).not.toContain(orderId)
    expect((await owner.get(target.server.url, '/orders')).text).toContain(orderId)
  })
})

test('nothing of an order is kept by a cache or a search engine, or goes to another site', async () => {
  for (const headers of [{}, RSC]) {
    for (const end of ['', '/status', '/qr.png', '/timeline.json']) {
      const answer = await ask(`/orders/${orderId}${end}`, headers)
      expect(answer.headers['cache-control']).toContain('no-store')
      expect(answer.headers['x-robots-tag']).toContain('noindex')
      expect(answer.headers['referrer-policy']).toBe('same-origin')
    }
  }
})

test('a cache could not take the data of a page for the page', async () => {
  const html = await sendRaw(`${target.server.url}/`, {})
  expect(html.headers['cache-control']).toMatch(/no-store|private/)
  const poisoned = await ask('/?x=1', RSC)
  expect(poisoned.headers['cache-control']).toMatch(/no-store|private/)
  expect(poisoned.headers.vary?.toLowerCase()).toContain('rsc')
})
