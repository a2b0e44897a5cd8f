import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { basic, newOrderId, SERVER_KEY } from './support/client'
import { eventually, runSandbox } from './support/setup'

const sandbox = runSandbox()

describe('bad input', () => {
  const json = fc.json({ maxDepth: 4 })
  const chargeLike = fc.record(
    {
      payment_type: fc.oneof(fc.constantFrom('gopay', 'qris'), fc.anything()),
      transaction_details: fc.oneof(
        fc.record({ order_id: fc.oneof(fc.string(), fc.anything()), gross_amount: fc.anything() }),
        fc.anything(),
      ),
      item_details: fc.anything(),
      customer_details: fc.anything(),
      custom_expiry: fc.oneof(
        fc.record({ expiry_duration: fc.double(), unit: fc.string(), order_time: fc.string() }),
        fc.anything(),
      ),
      gopay: fc.anything(),
    },
    { requiredKeys: [] },
  )
  const body = fc.oneof(
    fc.string(),
    json,
    chargeLike.map((value) => safeJson(value)),
  )
  const id = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.constant('\u0000'),
    fc.constant('é'.repeat(80)),
  )
  const address = fc.oneof(
    fc.constant('/v2/charge'),
    fc
      .tuple(
        id,
        fc.constantFrom('status', 'cancel', 'expire', 'refund', 'refund/online/direct', 'deny'),
      )
      .map(([order, action]) => `/v2/${encodeURIComponent(order)}/${action}`),
    fc.constantFrom(
      '/v2/capture',
      '/v2/qris/shopeepay/sppq_x/qr-code',
      '/v4/qris/A100000000000000ZZZZZZZZZZID/qr-code',
      '/_sandbox/scan',
      '/_sandbox/clock',
      '/_sandbox/reset',
      '/_sandbox/merchants',
      '/_sandbox/transactions/x/pay',
      '/_sandbox/notifications/x/resend',
      '/gopay/partner/app/payment-pin',
      '/v2/qris/index',
      '/_sandbox/desk',
      '/%E0%A4%A',
    ),
  )

  it('never gets a stack trace, and the sandbox goes on', async () => {
    const methods = fc.constantFrom('GET', 'POST', 'PUT')
    const types = fc.constantFrom(
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'x',
    )
    await fc.assert(
      fc.asyncProperty(address, methods, types, body, async (path, method, type, text) => {
        const response = await fetch(sandbox.client.base + path, {
          method,
          headers: { 'Content-Type': type, Authorization: basic(SERVER_KEY) },
          ...(method !== 'GET' && { body: text }),
          redirect: 'manual',
        })
        const answer = await response.text()
        expect(answer).not.toMatch(/\n\s+at .+:\d+:\d+|node_modules|TypeError|RangeError/)
        if (text.trim() !== 'null') expect([path, text, response.status]).not.toContain(500)
      }),
      { numRuns: 500 },
    )
    const { body: last } = await sandbox.client.charge(newOrderId())
    expect(last.status_code).toBe('201')
  })

  it.each([
    'http://u:%E0@127.0.0.1:1/',
    'http://127.0.0.1:0/',
    'http://nowhere.invalid/',
    'ftp://a',
  ])('as the notification URL %s does no harm', async (url) => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId, {}, { 'X-Override-Notification': url })
    await eventually(async () => {
      const [delivery] = await sandbox.client.notifications(orderId)
      return delivery?.state === 'no_url' || delivery?.attempt
    }).toBeTruthy()
    expect((await sandbox.client.status(orderId)).body.status_code).toBe('201')
  })

  it('of another origin cannot control it', async () => {
    const foreign = { Origin: 'https://evil.example' }
    expect((await sandbox.client.post('/_sandbox/reset', {}, foreign)).http).toBe(403)
  })
})

function safeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'null'
  } catch {
    return '{}'
  }
}
