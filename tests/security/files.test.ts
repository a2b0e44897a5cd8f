import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCpuTime } from '../kit/cpu-time'
import { MULTIPART, writeMultipart } from '../kit/multipart'
import { sendRaw } from '../kit/raw-http'
import { openTarget, type Target } from './stage'

let target: Target
let orderId: string
beforeAll(async () => {
  target = await openTarget()
  orderId = await target.place()
}, 240_000)
afterAll(() => target.close())

const ask = (path: string, options: Parameters<typeof sendRaw>[1] = {}) =>
  sendRaw(target.server.url, { path, ...options })

test.each([
  ...['/', '/nowhere', '/api', '/api/nothing', '/api/health', '/images/nothing', '/icons/nothing'],
  ...[
    '/motifs/nothing',
    '/favicon.ico',
    '/favicon.icon',
    '/icon.svg',
    '/robots.txt',
    '/sitemap.xml',
  ],
  ...['/images/empty-shelf.svg', '/%69mages/empty-shelf.svg', '/_next/static/nothing'],
  ...['/images/share/shop.png', '/_not-found', '/_global-error', '/_next/data/x.json'],
])(
  '%s takes an action from nobody who does not say where from, and no other method',
  async (path) => {
    const html = await (await fetch(target.server.url)).text()
    const id = /\$ACTION_ID_([0-9a-f]{42})/.exec(html)?.[1] ?? ''
    expect(id).not.toBe('')
    const body = writeMultipart([['0', '["$K1"]']])
    const headers = {
      'Content-Type': MULTIPART,
      'Content-Length': `${body.length}`,
      'Next-Action': id,
    }
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const { status } = await ask(path, { method, body, headers })
      expect([path, method, status]).toEqual([path, method, expect.toBeOneOf([403, 404, 405])])
    }
  },
)

test.each([
  ...['/api/nothing', '/images/nothing.png', '/icons/nothing', '/_next/static/nothing.js'],
  ...['/api/health', '/icon.svg', '/robots.txt', '/images/share/shop.png', '/favicon.ico'],
])('%s is no page, and its policy allows nothing', async (path) => {
  const { headers } = await ask(path)
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; frame-ancestors 'none'/)
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['content-type']).not.toContain('html')
})

test('a page has one policy, its own', async () => {
  for (const path of ['/', '/nowhere', `/orders/${orderId}`]) {
    const { headers } = await ask(path)
    expect(headers['content-security-policy']).toMatch(/^default-src 'self'; [^,]*$/)
  }
})

test('pictures for chats are drawn once, however often they are asked for', async () => {
  await ask('/images/share/kopi-gayo.png')
  const before = readCpuTime(target.server.pid)
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, i) => ask(`/images/share/kopi-gayo.png?${i}`)),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  const spent = (readCpuTime(target.server.pid) ?? 0) - (before ?? 0)
  expect(spent).toBeLessThan(1.5)
})

test.each([
  '/.env',
  '/.env.local',
  '/.git/config',
  '/package.json',
  '/.data/server-key',
  '/.data/postgres.json',
  '/_next/../.env',
  '/_next/static/..%2f..%2f..%2f.env',
  '/%2e%2e/.env',
  '/api',
  '/server.js.map',
  '/_sandbox',
  '/_sandbox/transactions',
  '/_sandbox/faults',
  '/gopay/partner/app/payment-pin?id=1',
  '/v2/charge',
  '/metrics',
  '/debug',
  '/__nextjs_original-stack-frames',
  '/_global-error',
  '/_next/image?url=%2Fimages%2Fproducts%2Fkopi-gayo.svg&w=640&q=75',
  '/_next/webpack-hmr',
])('%s is not there', async (path) => {
  expect([400, 404]).toContain((await ask(path)).status)
})
