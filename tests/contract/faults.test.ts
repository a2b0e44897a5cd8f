import { describe, expect, it } from 'vitest'
import { actionUrl, type Json, newOrderId } from './support/client'
import { expectLike, readFixture } from './support/fixture'
import { eventually, runSandbox } from './support/setup'

const sandbox = runSandbox()

const put = (match: Json, on: string, fault: string, more: Json = {}) =>
  sandbox.client.put('/_sandbox/faults', [{ match, on, fault, ...more }])
const exists = async (orderId: string) =>
  (await sandbox.client.status(orderId)).body.status_code === '201'

describe('a charge', () => {
  it.each([
    ['status_500', 500],
    ['status_503', 503],
    ['status_429', 429],
    ['html', 502],
    ['validation_400', 400],
  ])('with %s answers %i and charges nothing', async (fault, http) => {
    const orderId = newOrderId()
    await put({ order_id: orderId }, 'charge', fault, { times: 1 })
    expect((await sandbox.client.charge(orderId)).http).toBe(http)
    expect(await exists(orderId)).toBe(false)
    expect((await sandbox.client.charge(orderId)).body.status_code).toBe('201')
  })

  it.each([
    ['status_429', 'error-429-rate-limit'],
    ['status_500', 'error-500-gateway'],
    ['status_503', 'error-503-qr-code-2023-real'],
  ])('with %s has the body %s', async (fault, fixture) => {
    const orderId = newOrderId()
    await put({ order_id: orderId }, 'charge', fault)
    expectLike((await sandbox.client.charge(orderId)).body, readFixture(fixture))
  })

  it('with inactive_402 is refused over HTTP 200', async () => {
    const orderId = newOrderId()
    await put({ order_id: orderId }, 'charge', 'inactive_402')
    const { http, body } = await sandbox.client.charge(orderId)
    expect([http, body.status_code]).toEqual([200, '402'])
  })

  it('with reset_before loses the request, with reset_after only the answer', async () => {
    for (const [fault, charged] of [
      ['reset_before', false],
      ['reset_after', true],
    ] as const) {
      const orderId = newOrderId()
      await put({ order_id: orderId }, 'charge', fault, { times: 1 })
      await expect(sandbox.client.charge(orderId)).rejects.toThrow()
      expect(await exists(orderId)).toBe(charged)
    }
  })

  it('with truncated_json is made, and its answer cannot be read', async () => {
    const orderId = newOrderId()
    await put({ order_id: orderId }, 'charge', 'truncated_json')
    const { http, text } = await sandbox.client.charge(orderId)
    expect(http).toBe(200)
    expect(() => JSON.parse(text)).toThrow()
    expect(await exists(orderId)).toBe(true)
  })

  it.each([
    ['slow_before', false],
    ['slow_after', true],
  ])('with %s takes its time', async (fault, chargedAtOnce) => {
    const orderId = newOrderId()
    await put({ order_id: orderId }, 'charge', fault, { delay_ms: 500 })
    const started = Date.now()
    const slow = sandbox.client.charge(orderId)
    if (chargedAtOnce) await eventually(() => exists(orderId)).toBe(true)
    else expect(await exists(orderId)).toBe(false)
    expect((await slow).body.status_code).toBe('201')
    expect(Date.now() - started).toBeGreaterThanOrEqual(490)
  })

  it('with wrong_amount, missing_actions or unknown_action has a strange body', async () => {
    const bodies: Record<string, Json> = {}
    for (const fault of ['wrong_amount', 'missing_actions', 'unknown_action']) {
      const orderId = newOrderId()
      await put({ order_id: orderId }, 'charge', fault)
      bodies[fault] = (await sandbox.client.charge(orderId)).body
    }
    expect(bodies.wrong_amount?.gross_amount).toBe('44001.00')
    expect(bodies.missing_actions).not.toHaveProperty('actions')
    expect(actionUrl(bodies.unknown_action ?? {}, 'hologram-redirect')).toContain('https://')
    expect(actionUrl(bodies.unknown_action ?? {}, 'generate-qr-code')).toContain('/qr-code')
  })
})

describe('a fault', () => {
  it.each(['status', 'cancel', 'expire'])('on %s touches only that', async (on) => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId)
    await put({ order_id: orderId }, on, 'status_503', { times: 1 })
    const call = () =>
      on === 'status' ? sandbox.client.status(orderId) : sandbox.client.post(`/v2/${orderId}/${on}`)
    expect((await call()).http).toBe(503)
    expect((await call()).http).toBe(200)
  })

  it('on qr breaks the image', async () => {
    const orderId = newOrderId()
    const { body } = await sandbox.client.charge(orderId)
    await put({ order_id: orderId }, 'qr', 'status_503', { times: 1 })
    const url = actionUrl(body, 'generate-qr-code')
    expect((await fetch(url)).status).toBe(503)
    expect((await fetch(url)).status).toBe(200)
  })

  it('is found by e-mail, by name and by the start of an order id', async () => {
    const prefix = newOrderId()
    const customer = { first_name: 'Sari', last_name: 'Wulan', email: `${prefix}@example.com` }
    const matches = [
      { order_id: `${prefix}*` },
      { email: customer.email },
      { name: 'Sari Wulan', email: `${prefix}@*` },
    ]
    for (const match of matches) {
      await put(match, 'charge', 'status_429', { times: 1 })
      const charge = () => sandbox.client.charge(`${prefix}-1`, { customer_details: customer })
      expect((await charge()).http).toBe(429)
      expect((await charge()).http).toBe(200)
      await sandbox.client.post('/_sandbox/reset', { order_id: `${prefix}-1` })
    }
  })

  it('applies as often as it says', async () => {
    const orderId = newOrderId()
    await put({ order_id: orderId }, 'charge', 'status_503', { times: 3 })
    const https = []
    for (let call = 0; call < 4; call += 1) https.push((await sandbox.client.charge(orderId)).http)
    expect(https).toEqual([503, 503, 503, 200])
  })

  it('is replaced by a fault with the same match and by no other', async () => {
    const [one, two] = [newOrderId(), newOrderId()]
    await put({ order_id: one }, 'charge', 'status_500')
    await put({ order_id: two }, 'charge', 'status_500')
    await put({ order_id: one }, 'charge', 'status_429')
    expect((await sandbox.client.charge(one)).http).toBe(429)
    expect((await sandbox.client.charge(two)).http).toBe(500)
  })

  it('is cleared for one order by an empty list, and by DELETE', async () => {
    const [one, two] = [newOrderId(), newOrderId()]
    for (const orderId of [one, two]) await put({ order_id: orderId }, 'charge', 'status_500')
    await sandbox.client.put(`/_sandbox/faults?order_id=${one}`, [])
    expect((await sandbox.client.charge(one)).http).toBe(200)
    expect((await sandbox.client.charge(two)).http).toBe(500)
    await sandbox.client.delete(`/_sandbox/faults?order_id=${two}`)
    expect((await sandbox.client.charge(two)).http).toBe(200)
    expect((await sandbox.client.put('/_sandbox/faults', [])).http).toBe(400)
  })

  it.each<[string, unknown]>([
    ['without a match', [{ match: {}, on: 'charge', fault: 'deny' }]],
    ['that does not exist', [{ match: { order_id: 'a' }, on: 'charge', fault: 'gremlin' }]],
    ['in the wrong place', [{ match: { order_id: 'a' }, on: 'status', fault: 'deny' }]],
    ['that is not in a list', { match: { order_id: 'a' }, on: 'charge', fault: 'deny' }],
    ['with an unknown field', [{ match: { order_id: 'a' }, on: 'charge', fault: 'deny', of: 1 }]],
  ])('%s is refused with a sentence', async (_, faults) => {
    const { http, body } = await sandbox.client.put('/_sandbox/faults', faults)
    expect(http).toBe(400)
    expect(body.error).toBeTypeOf('string')
  })
})
