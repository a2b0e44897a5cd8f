import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCpuTime } from '../kit/cpu-time'
import { readOrder } from '../kit/ledger'
import { MULTIPART, writeMultipart } from '../kit/multipart'
import { sendRaw } from '../kit/raw-http'
import { openTarget, type Target } from './stage'

let target: Target
beforeAll(async () => {
  target = await openTarget()
}, 240_000)
afterAll(() => target.close())

const EVIL = 'http://evil.example'

describe('what a browser says of a price', () => {
  test('counts for nothing: the order is what the database says', async () => {
    const shopper = target.shopper({ 1: 2 })
    const form = await shopper.openCheckout(target.server.url)
    for (const field of ['price', 'grossAmount', 'gross_amount', 'total', 'amount', 'items']) {
      form.set(field, '1')
    }
    form.set('status', 'paid').set('expiresAt', '2099-01-01').set('orderId', 'TKO-MINE')
    const { location } = await shopper.send(target.server.url, '/checkout', form)
    const orderId = location?.split('/').at(-1) ?? ''
    const [row] = await target.shop.sql<{ status: string; amount: number; due: number }>(
      `SELECT orders.status, gross_amount AS amount, price * 2 AS due
       FROM orders, product WHERE product.id = 1 AND orders.id = $1`,
      [orderId],
    )
    expect(row).toEqual({ status: 'pending', amount: row?.due, due: expect.any(Number) })
  })

  test('another total than was shown is not ordered', async () => {
    const shopper = target.shopper()
    const form = (await shopper.openCheckout(target.server.url)).set('shownCart', '1')
    expect((await shopper.send(target.server.url, '/checkout', form)).status).toBe(200)
    expect(await target.count(shopper.email)).toBe(0)
  })

  test.each([
    '-1',
    '0',
    'NaN',
    'Infinity',
    '1e9',
    '0x10',
    '100',
    '99999999999999999999',
    ' 1',
    '٣',
  ])('a quantity of %j is not ordered', async (quantity) => {
    const shopper = target.shopper()
    const form = await shopper.openCheckout(target.server.url)
    const cookie = `tokoku-cart=${encodeURIComponent(`1x${quantity}`)}; tokoku-browser=${crypto.randomUUID()}`
    const body = new FormData()
    for (const [name, value] of form) body.set(name, value)
    const answer = await fetch(`${target.server.url}/checkout`, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { Origin: target.server.url, Cookie: cookie },
    })
    expect(answer.status).toBeLessThan(500)
    const made = await target.shop.sql<{ quantity: number }>(
      `SELECT quantity FROM orders JOIN order_item ON order_id = id WHERE customer_email = $1`,
      [shopper.email],
    )
    expect(made).toEqual([])
  })
})

describe('a form that is sent again', () => {
  test('is the same order', async () => {
    const shopper = target.shopper()
    const form = await shopper.openCheckout(target.server.url)
    const send = () => shopper.send(target.server.url, '/checkout', form)
    const answers = await Promise.all(Array.from({ length: 20 }, send))
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1)
    expect(await target.count(shopper.email)).toBe(1)
  })

  test('with other words under its old key is refused', async () => {
    const shopper = target.shopper()
    const orderId = await target.place(shopper)
    const form = await target.shopper().openCheckout(target.server.url)
    form.set('placementKey', shopper.placementKey).set('name', 'Somebody Else')
    const changed = await shopper.send(target.server.url, '/checkout', form)
    expect(changed.status).toBe(200)
    expect(await target.count(form.get('email') ?? '')).toBe(0)
    expect((await readOrder(target.shop, orderId)).status).toBe('pending')
  })
})

const origins: [string, Record<string, string>][] = [
  ['no Origin', {}],
  ['the Origin null', { Origin: 'null' }],
  ['a foreign Origin', { Origin: EVIL }],
  ['a foreign Origin and a Host to match', { Origin: EVIL, Host: 'evil.example' }],
  [
    'a foreign Origin and a forged X-Forwarded-Host',
    { Origin: EVIL, 'X-Forwarded-Host': 'evil.example' },
  ],
  ['a foreign Origin that begins like ours', { Origin: 'http://127.0.0.1.evil.example' }],
  [
    'a foreign Origin past the proxy',
    { Origin: EVIL, 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  ],
]

test.each(origins)('a form with %s is refused', async (_, headers) => {
  const shopper = target.shopper()
  const form = await shopper.openCheckout(target.server.url)
  const body = new URLSearchParams([...form]).toString()
  const type = {
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': `${body.length}`,
  }
  for (const path of ['/checkout', '/', '/orders', '/nowhere']) {
    const url = `${target.server.url}${path}`
    const answer = await sendRaw(url, { method: 'POST', body, headers: { ...type, ...headers } })
    expect([path, answer.status]).toEqual([path, 403])
  }
  expect(await target.count(shopper.email)).toBe(0)
})

describe('an action', () => {
  const post = (headers: Record<string, string>, body: string | Buffer) =>
    sendRaw(`${target.server.url}/checkout`, {
      method: 'POST',
      body,
      headers: {
        Origin: target.server.url,
        'Content-Length': `${Buffer.byteLength(body)}`,
        ...headers,
      },
    })

  test.each(['7f'.repeat(21), '00', 'x', '__proto__', '../../etc/passwd'])(
    'that does not exist (%s) is not found',
    async (id) => {
      const { status } = await post({ 'Next-Action': id, 'Content-Type': 'text/plain' }, '[]')
      expect([400, 404, 409]).toContain(status)
    },
  )

  test('takes 16 kB and no more, told or not', async () => {
    expect((await post({ 'Next-Action': 'x' }, 'a'.repeat(17 * 1024))).status).toBe(413)
    const untold = await sendRaw(`${target.server.url}/checkout`, {
      method: 'POST',
      headers: { Origin: target.server.url, 'Transfer-Encoding': 'chunked' },
      body: 'a'.repeat(17 * 1024),
    })
    expect(untold.status).toBe(413)
  })

  test('that drips is not waited for', async () => {
    const { hostname, port } = new URL(target.server.url)
    const startedAt = Date.now()
    await new Promise<void>((resolve) => {
      const head = `POST / HTTP/1.1\r\nHost: x\r\nOrigin: ${target.server.url}\r\nContent-Length: 500\r\n\r\n`
      const socket = connect(Number(port), hostname, () => socket.write(head))
      const drop = setInterval(() => socket.write('a'), 300)
      socket.on('error', () => {})
      socket.on('close', () => {
        clearInterval(drop)
        resolve()
      })
    })
    expect(Date.now() - startedAt).toBeLessThan(12_000)
  })

  test('that belongs to another page is refused, not done by half', async () => {
    const html = await (await fetch(`${target.server.url}/products/kopi-gayo`)).text()
    const id = /name="\$ACTION_\d+:0" value="[^"]*?([0-9a-f]{42})/.exec(html)?.[1] ?? ''
    const add = (path: string) => {
      const body = new FormData()
      body.set('_1_productId', '1')
      body.set('0', '["$undefined","$K1"]')
      const headers = { Origin: target.server.url, 'Next-Action': id, Accept: 'text/x-component' }
      return fetch(target.server.url + path, { method: 'POST', body, headers })
    }
    const done = await add('/products/kopi-gayo')
    expect(done.headers.get('content-type')).toContain('text/x-component')
    expect(done.headers.getSetCookie().join()).toMatch(/tokoku-cart=1x1/)
    const refused = await add('/help')
    expect(refused.status).toBeLessThan(500)
    // What the router takes for an answer of the action would be of this type.
    expect(refused.headers.get('content-type')).not.toContain('text/x-component')
    expect(refused.headers.getSetCookie().join()).not.toMatch(/tokoku-cart/)
  })

  test('spends no time on what is nested deeply or refers to itself', async () => {
    const form = await target.shopper().openCheckout(target.server.url)
    const id = [...form].join().match(/[0-9a-f]{40,44}/)?.[0] ?? ''
    expect(id).not.toBe('')
    const bodies = [
      '['.repeat(8_000) + ']'.repeat(8_000),
      `${'{"a":'.repeat(2_500)}1${'}'.repeat(2_500)}`,
      JSON.stringify(Array.from({ length: 3_000 }, () => '$1')),
      JSON.stringify(['$K1', '$F1', '$Q1', '$W1', '$i1', '$@0', '$0:__proto__:then']),
    ]
    const asText = { 'Next-Action': id, 'Content-Type': 'text/plain' }
    const asForm = {
      'Next-Action': id,
      'Content-Type': MULTIPART,
    }
    for (const body of bodies) {
      const part = writeMultipart([['0', body]])
      const [started, cpu] = [performance.now(), readCpuTime(target.server.pid)]
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => [post(asText, body), post(asForm, part)]).flat(),
      )
      expect(performance.now() - started).toBeLessThan(5_000)
      // Ten of them, with all that surrounds them.
      const spent = (readCpuTime(target.server.pid) ?? 0) - (cpu ?? 0)
      expect(spent).toBeLessThan(1)
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400]))
    }
    expect((await fetch(`${target.server.url}/api/health`)).status).toBe(200)
  })
})
