import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sendRaw } from '../../kit/raw-http'

let server: Server
let url: string
beforeAll(async () => {
  const variables = { APP_URL: 'https://shop.example', MIDTRANS_ENV: 'production' }
  const secrets = { DATABASE_URL: 'postgresql://x', MIDTRANS_SERVER_KEY: 'Mid-server-x' }
  for (const [name, value] of Object.entries({ ...variables, ...secrets })) vi.stubEnv(name, value)
  const { tidyRequests } = await import('@/lib/security/tidy-requests')
  tidyRequests()
  // Answers with what it was asked, as the shop would see it.
  server = createServer(({ method, url: path, headers }, response) => {
    response.end(
      JSON.stringify({
        method,
        path,
        forwarded: headers['x-forwarded-for'],
        proto: headers['x-forwarded-proto'],
      }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  vi.unstubAllEnvs()
  server.closeAllConnections()
  server.close()
})

const ask = async (path: string, options: Parameters<typeof sendRaw>[1] = {}) => {
  const { headers, text } = await sendRaw(url, { path, ...options })
  return {
    headers,
    asked: JSON.parse(text) as { method: string; path: string; forwarded: string; proto?: string },
  }
}

test('nobody may take minutes to send a request', async () => {
  await ask('/')
  expect(server.requestTimeout).toBeLessThanOrEqual(20_000)
  expect(server.headersTimeout).toBeLessThanOrEqual(10_000)
})

test('every answer begins with a policy that allows nothing, and asks for TLS', async () => {
  const { headers } = await ask('/')
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; frame-ancestors 'none'/)
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains')
})

test('whether a proxy speaks https is no business of a request', async () => {
  const { asked } = await ask('/', { headers: { 'X-Forwarded-Proto': 'https' } })
  expect(asked.proto).toBeUndefined()
})

test('who connected is the last of those that a request came through', async () => {
  expect((await ask('/')).asked.forwarded).toBe('127.0.0.1')
  const claimed = await ask('/', { headers: { 'X-Forwarded-For': '203.0.113.9' } })
  expect(claimed.asked.forwarded).toBe('203.0.113.9, 127.0.0.1')
})

test.each([
  '/favicon.ico',
  '/favicon.ico?x',
  '/images/a.svg',
  '/%69mages/a.svg',
  '/_next/static/a.js',
  '/./favicon.ico',
  '/x/../favicon.ico',
  '/%2e/favicon.ico',
  '/x/%2E%2e//images/a.svg',
])('a form for the file %s goes where none is taken, and a look at it does not', async (path) => {
  const headers = { 'Content-Length': '0' }
  expect((await ask(path, { method: 'POST', headers })).asked.path).toBe('/api/no-file')
  expect((await ask(path)).asked.path).toBe(path)
})

test.each([
  ...['*', 'http://evil.example/', '//[', '//x:y', '/images/%FF', '/%69mages/%F0%9F'],
  ...['/api/%', '/icons/%zz', '/x/../motifs/%C3', '/./_next/%80', '//api/%FF?x'],
])('%s is no address, and goes where there is nothing', async (path) => {
  for (const method of ['GET', 'OPTIONS', 'POST']) {
    const headers = { 'Content-Length': '0' }
    expect((await ask(path, { method, headers })).asked.path).toBe('/api/no-file')
  }
})

test.each(['/orders/x', '/orders', '/orders/x/', '//checkout/x', '/x/../orders/x'])(
  '%s is listed and kept nowhere, whoever answers it',
  async (path) => {
    const { headers } = await ask(path)
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['x-robots-tag']).toBe('noindex, nofollow')
  },
)

test.each(['/', '/products/orders', '/ordersx', '/help?/orders/'])(
  '%s may be listed',
  async (path) => expect((await ask(path)).headers).not.toHaveProperty('x-robots-tag'),
)

test.each(['/', '/orders/favicon.ico', '/images', '/api/health', '/%F0%9F'])(
  'a form for %s goes there',
  async (path) => {
    const headers = { 'Content-Length': '0' }
    expect((await ask(path, { method: 'POST', headers })).asked.path).toBe(path)
  },
)
