import { afterEach, describe, expect, test } from 'vitest'
import type { ChargeRequest } from '@/lib/midtrans/charge-request'
import { createMidtransClient } from '@/lib/midtrans/client'
import { findFreePort } from '@/scripts/ports'
import { readFixture } from '../../kit/fixtures'
import { type HttpServer, sendJson, serveHttp } from '../../kit/http-server'
import { SERVER_KEY } from '../../kit/notifications'

const charged = readFixture('answers', 'charge-gopay-2024-real')
const request: ChargeRequest = {
  payment_type: 'gopay',
  transaction_details: { order_id: 'TKO-1-1', gross_amount: 5000 },
  item_details: [{ id: '1', price: 5000, quantity: 1, name: 'Kopi' }],
  customer_details: { first_name: 'Budi', email: 'budi@example.com', phone: '+6281200000000' },
  custom_expiry: { expiry_duration: 15, unit: 'minute' },
  gopay: { enable_callback: true, callback_url: 'http://localhost:3000/orders/1/finish' },
}
const options = { idempotencyKey: 'a-key', notificationUrl: 'http://localhost:3000/notify' }

let server: HttpServer | undefined
afterEach(() => server?.close())

async function clientOf(handle: Parameters<typeof serveHttp>[0], timeoutMs = 2_000) {
  server = await serveHttp(handle)
  return createMidtransClient({ apiUrl: server.url, serverKey: SERVER_KEY, timeoutMs })
}

describe('a charge', () => {
  test('is one POST with the key, the idempotency key and our notification address', async () => {
    const client = await clientOf((_, response) => sendJson(response, 200, charged))
    const result = await client.charge(request, options)
    expect(result).toMatchObject({ ok: true, value: { transaction_id: charged.transaction_id } })
    expect(server?.requests).toHaveLength(1)
    const [sent] = server?.requests ?? []
    expect(sent).toMatchObject({
      method: 'POST',
      path: '/v2/charge',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'idempotency-key': 'a-key',
        'x-override-notification': 'http://localhost:3000/notify',
      },
    })
    const [scheme, credentials] = sent?.headers.authorization?.split(' ') ?? []
    expect(scheme).toBe('Basic')
    expect(Buffer.from(credentials ?? '', 'base64').toString()).toBe(`${SERVER_KEY}:`)
    expect(JSON.parse(sent?.body ?? '')).toEqual(request)
  })
})

test.each([
  ['getStatus', 'GET', 'status'],
  ['cancel', 'POST', 'cancel'],
  ['expire', 'POST', 'expire'],
] as const)('%s is a %s without a body', async (method, httpMethod, verb) => {
  const client = await clientOf((_, response) => sendJson(response, 200, charged))
  await client[method]('TKO-1-1')
  expect(server?.requests).toMatchObject([
    { method: httpMethod, path: `/v2/TKO-1-1/${verb}`, body: '' },
  ])
  expect(server?.requests[0]?.headers).not.toHaveProperty('idempotency-key')
})

test('an id with other characters cannot leave its place in the path', async () => {
  const client = await clientOf((_, response) => sendJson(response, 200, charged))
  await client.getStatus('../v2/charge?x=1#y 2016-10-20 12:39:16 +0700')
  expect(server?.requests[0]?.path).toBe(
    '/v2/..%2Fv2%2Fcharge%3Fx%3D1%23y%202016-10-20%2012%3A39%3A16%20%2B0700/status',
  )
})

describe('a failure on the way has a name, and says whether Midtrans may have acted', () => {
  test('no answer in time', async () => {
    const client = await clientOf(() => {}, 100)
    expect(await client.charge(request, options)).toMatchObject({
      error: { code: 'timeout', effect: 'unknown', transient: true },
    })
  })

  test('an answer that begins in time and does not end', async () => {
    const client = await clientOf((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).write('{"status_code":')
    }, 200)
    expect(await client.charge(request, options)).toMatchObject({
      error: { code: 'timeout', effect: 'unknown' },
    })
  })

  test('a refused connection: nothing was sent', async () => {
    const apiUrl = `http://127.0.0.1:${await findFreePort()}`
    const client = createMidtransClient({ apiUrl, serverKey: SERVER_KEY, timeoutMs: 2_000 })
    expect(await client.charge(request, options)).toMatchObject({
      error: { code: 'unreachable', effect: 'none', transient: true },
    })
  })

  test('a connection that breaks before the answer', async () => {
    const client = await clientOf((_, response) => void response.socket?.destroy())
    expect(await client.charge(request, options)).toMatchObject({
      error: { code: 'connection_lost', effect: 'unknown', transient: true },
    })
  })

  test('a connection that breaks within the answer', async () => {
    const client = await clientOf((_, response) => {
      response.writeHead(200, { 'Content-Length': 1000 }).write('{"status_code":"201",')
      setTimeout(() => response.socket?.destroy(), 20)
    })
    expect(await client.charge(request, options)).toMatchObject({
      error: { code: 'connection_lost', effect: 'unknown' },
    })
  })
})

test.each([301, 302, 303, 307, 308])(
  'a redirect with %i is not followed: the server key goes nowhere else',
  async (status) => {
    const elsewhere = await serveHttp((_, response) => sendJson(response, 200, charged))
    const client = await clientOf((_, response) => {
      response.writeHead(status, { Location: `${elsewhere.url}/v2/charge` }).end()
    })
    const result = await client.charge(request, options)
    await elsewhere.close()
    expect(result).toMatchObject({ ok: false, error: { effect: 'unknown' } })
    expect(elsewhere.requests).toHaveLength(0)
  },
)

test('no error tells the server key', async () => {
  const client = await clientOf((_, response) => sendJson(response, 401, {}))
  const text = JSON.stringify(await client.charge(request, options))
  expect(text).not.toContain(SERVER_KEY)
  expect(text).not.toContain('Basic')
})

describe('a refund', () => {
  const wish = { refund_key: 'r-1', amount: 1000, reason: 'broken cup' }

  test('is one POST with its key, amount and reason', async () => {
    const made = readFixture('answers', 'refund-docs-success-partial')
    const client = await clientOf((_, response) => sendJson(response, 200, made))
    const result = await client.refund('TKO-1/1', wish)
    expect(result).toMatchObject({ ok: true, value: { transaction_status: 'partial_refund' } })
    const [sent] = server?.requests ?? []
    expect(sent).toMatchObject({ method: 'POST', path: '/v2/TKO-1%2F1/refund' })
    expect(JSON.parse(sent?.body ?? '')).toEqual(wish)
  })

  test('that the bank refuses has had no effect, although it comes with a transaction', async () => {
    const denied = readFixture('answers', 'refund-docs-direct-denied')
    const client = await clientOf((_, response) => sendJson(response, 200, denied))
    expect(await client.refund('TKO-1-1', wish)).toMatchObject({
      ok: false,
      error: { code: 'refund_denied', effect: 'none', transient: false, statusCode: '202' },
    })
  })

  test('of a key that is used already is a conflict, whose effect is not known', async () => {
    const used = readFixture('errors', '406-refund-duplicate')
    const client = await clientOf((_, response) => sendJson(response, 200, used))
    expect(await client.refund('TKO-1-1', wish)).toMatchObject({
      ok: false,
      error: { code: 'conflict', effect: 'unknown' },
    })
  })
})
