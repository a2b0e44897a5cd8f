import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveHttp } from '../kit/http-server'
import { sendRaw } from '../kit/raw-http'
import { NOBODYS, openTarget, type Target } from './stage'

let target: Target
let orderId: string
beforeAll(async () => {
  target = await openTarget()
  orderId = await target.place()
}, 240_000)
afterAll(() => target.close())

const ask = (path: string, options: Parameters<typeof sendRaw>[1] = {}) =>
  sendRaw(target.server.url, { path, ...options })

describe('the way back from the wallet', () => {
  test.each([
    'result=success&redirect=https://evil.example',
    'result=//evil.example',
    'next=https://evil.example',
    'result=success&order_id=https://evil.example',
  ])('leads to the order and nowhere else with %s', async (query) => {
    const { status, headers } = await ask(`/orders/${orderId}/finish?${query}`)
    expect(status).toBe(307)
    const { pathname, host } = new URL(headers.location ?? '', target.server.url)
    expect([host, pathname]).toEqual([new URL(target.server.url).host, `/orders/${orderId}`])
  })

  test.each([
    '//evil.example/orders/finish',
    '/%2F%2Fevil.example/',
    '/\\evil.example',
    '/orders//evil.example/finish',
  ])('or any other address sends nobody to another site: %s', async (path) => {
    const { headers, status } = await ask(path)
    expect(status).toBeLessThan(500)
    const location = new URL(headers.location ?? '/', target.server.url)
    expect(location.host).toBe(new URL(target.server.url).host)
  })
})

test('nobody makes the shop ask another host', async () => {
  const canary = await serveHttp((_, response) => void response.end('seen'))
  const there = encodeURIComponent(`${canary.url}/v2/qris/1/qr-code`)
  const paths = [
    `/_next/image?url=${there}&w=640&q=75`,
    `/orders/${orderId}/qr.png?url=${there}`,
    `/orders/${there}/qr.png`,
    `/images/share/${there}`,
    `${canary.url}/`,
  ]
  for (const path of paths) expect((await ask(path)).status).toBeLessThan(500)
  const host = new URL(canary.url).host
  await ask('/', { headers: { Host: host, 'X-Forwarded-Host': host } })
  await ask(`/orders/${NOBODYS}`, { headers: { Host: host, 'X-Forwarded-Host': host } })
  const { port } = new URL(target.server.url)
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(
        `GET ${canary.url}/ HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n`,
      )
      socket.setTimeout(1_000, () => socket.destroy())
    })
    socket.on('data', () => socket.destroy())
    socket.on('error', () => {})
    socket.on('close', () => resolve())
  })
  expect(canary.requests).toEqual([])
  await canary.close()
})

const TRICKS: Record<string, string>[] = [
  ...['proxy', 'src/proxy', 'middleware', 'src/middleware', 'pages/_middleware'].map((name) => ({
    'x-middleware-subrequest': Array(6).fill(name).join(':'),
  })),
  { 'x-middleware-next': '1' },
  { 'x-middleware-rewrite': 'http://evil.example/' },
  {
    'x-middleware-override-headers': 'content-security-policy',
    'x-middleware-request-content-security-policy': 'x',
  },
  { 'x-middleware-set-cookie': 'tokoku-browser=a' },
  {
    'x-invoke-path': '/orders',
    'x-invoke-status': '200',
    'x-invoke-error': '{}',
    'x-invoke-output': '/',
  },
  { 'x-matched-path': '/', 'x-now-route-matches': '1' },
  { 'x-nextjs-data': '1' },
  { 'x-prerender-revalidate': '1', 'x-next-cache-tags': 'a' },
  { rsc: '1', 'next-router-state-tree': '%7B%22broken', 'next-router-prefetch': '1' },
  {
    rsc: '1',
    'next-router-state-tree': '["",{},null,"refetch"]',
    'next-router-segment-prefetch': '/_tree',
  },
  { 'next-url': 'http://evil.example/(.)orders' },
  { 'content-security-policy': "script-src 'unsafe-inline' 'nonce-known'" },
  { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher', 'x-forwarded-port': '1' },
  { host: 'evil.example' },
]

test.each(TRICKS)('the headers %j open nothing', async (headers) => {
  const nobodys = await ask(`/orders/${NOBODYS}/status`, { headers })
  expect(nobodys.status).toBe(404)
  const page = await ask(`/orders/${orderId}`, { headers })
  expect(page.status).toBeLessThan(500)
  if (page.status === 200 && !('rsc' in headers)) {
    expect(page.headers['content-security-policy']).toMatch(
      /script-src 'self' 'nonce-[\w-]{22}' 'strict-dynamic';/,
    )
  }
  expect(page.text).not.toMatch(/evil\.example|nonce-known/)
  expect(page.headers.location ?? '').not.toContain('evil')
})

test.each(['TRACE', 'TRACK', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'DEBUG', 'POST'])(
  '%s changes and echoes nothing',
  async (method) => {
    const paths = [
      '/',
      `/orders/${orderId}`,
      `/orders/${orderId}/status`,
      '/api/midtrans/notification',
      '/api/health',
    ]
    for (const path of paths) {
      const answer = await ask(path, { method, headers: { 'X-Echo': 'echo-me' } }).catch(
        () => undefined,
      )
      // node:http itself refuses what is no method at all.
      if (!answer) continue
      expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true])
      expect(answer.text).not.toContain('echo-me')
    }
  },
)

test.each([
  ...['*', '//[', '/images/%FF', '/api/%FF', '/icons/%', '/motifs/%zz', '/x/../images/%FF'],
  ...['/_next/%FF', '/%69mages/%FF', '/./favicon.ico', '/x/../favicon.ico', '/%2e/favicon.ico'],
  ...[
    '/x/%2e%2e/icon.svg',
    '/\\\\favicon.ico',
    '/%2566avicon.ico',
    '//favicon.ico',
    '/favicon.ico/',
  ],
])('the address %s is refused or found, and breaks nothing', async (path) => {
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT']) {
    const headers = { 'Content-Length': '0', Origin: target.server.url }
    const { status } = await ask(path, { method, headers })
    expect([path, method, status]).toEqual([path, method, expect.toSatisfy(isNoFault)])
  }
})

const isNoFault = (status: number) => status >= 200 && status < 500

test.each([
  ...[(id: string) => `/orders/${id}/`, (id: string) => `/checkout/${id}/`],
  ...[(id: string) => `//orders/${id}`, (id: string) => `/orders/${id}//status`],
])("Next's own redirect %# of an order is kept and listed nowhere", async (addressOf) => {
  const { status, headers } = await ask(addressOf(orderId))
  expect(status).toBe(308)
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('payment=()'),
  })
})

test('each header of an order is there once, on its page and its data', async () => {
  for (const end of ['', '/status', '/finish']) {
    const { headers } = await ask(`/orders/${orderId}${end}`)
    expect([end, headers['x-robots-tag']]).toEqual([end, 'noindex, nofollow'])
    expect([end, headers['cache-control']]).toEqual([end, 'no-store'])
    expect([end, headers['referrer-policy']]).toEqual([end, 'same-origin'])
  }
})

test.each([
  '/',
  '/cart',
  '/checkout',
  '/help',
  '/orders',
  '/nowhere',
  `/orders/${NOBODYS}`,
  '/products/kopi-gayo',
  '/%F0%9F',
])('%s cannot be framed, sniffed or read by another site', async (path) => {
  const { headers } = await ask(path, { headers: { Origin: 'http://evil.example' } })
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['content-security-policy']).not.toContain('unsafe')
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['content-type']).toMatch(/^text\/(?:html|plain); ?charset=utf-8$/i)
  expect(headers['cross-origin-opener-policy']).toBe('same-origin')
  expect(headers['permissions-policy']).toContain('payment=()')
  expect(headers).not.toHaveProperty('x-powered-by')
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
})

test('no other site is allowed to ask, not even in advance', async () => {
  for (const path of ['/', `/orders/${orderId}/status`, '/api/midtrans/notification']) {
    const { headers } = await ask(path, {
      method: 'OPTIONS',
      headers: { Origin: 'http://evil.example', 'Access-Control-Request-Method': 'POST' },
    })
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  }
})
