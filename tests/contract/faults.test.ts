import { describe, expect, it } from 'vitest'
import { readFixture } from '../kit/fixtures'
import { type Answer, actionUrl, type Json, newOrderId } from './support/client'
import { expectLike } from './support/expect-like'
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
    ['status_429', '429-rate-limit'],
    ['status_500', '500-gateway'],
    ['status_503', '503-qr-code-2023-real'],
  ])('with %s has the body %s', async (fault, fixture) => {
    const orderId = newOrderId()
    await put({ order_id: orderId }, 'charge', fault)
    expectLike((await sandbox.client.charge(orderId)).body, readFixture('errors', fixture))
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

/** Each place where a transaction is changed: how to call it, and what it leaves when its work is done. */
const places: Record<string, { ready: Json; call: (id: string) => Promise<Answer>; done: string }> =
  {
    cancel: {
      ready: {},
      call: (id) => sandbox.client.post(`/v2/${id}/cancel`),
      done: 'cancel',
    },
    expire: {
      ready: {},
      call: (id) => sandbox.client.post(`/v2/${id}/expire`),
      done: 'expire',
    },
    refund: {
      ready: { paid: true },
      call: (id) => sandbox.client.post(`/v2/${id}/refund`, {}),
      done: 'refund',
    },
    capture: {
      ready: { paid: true, gopay: { pre_auth: true } },
      call: (id) => sandbox.client.post('/v2/capture', { transaction_id: id, gross_amount: 44000 }),
      done: 'capture',
    },
  }

describe.each(Object.entries(places))('a fault on %s', (on, { ready, call, done }) => {
  async function makeReady(): Promise<string> {
    const { paid, ...more } = ready
    const { body } = await sandbox.client.charge(newOrderId(), more)
    const id = String(body.transaction_id)
    if (paid) await sandbox.client.post(`/_sandbox/transactions/${id}/pay`)
    return id
  }
  const isDone = async (id: string) =>
    (await sandbox.client.status(id)).body.transaction_status === done

  it.each([
    ['status_500', 500],
    ['status_503', 503],
    ['status_429', 429],
    ['html', 502],
  ])('of %s answers %i and changes nothing, once', async (fault, http) => {
    const id = await makeReady()
    const { order_id } = (await sandbox.client.status(id)).body
    await put({ order_id }, on, fault, { times: 1 })
    expect((await call(id)).http).toBe(http)
    expect(await isDone(id)).toBe(false)
    expect((await call(id)).http).toBe(200)
    expect(await isDone(id)).toBe(true)
  })

  it.each([
    ['reset_before', false],
    ['reset_after', true],
  ])('of %s cuts the connection', async (fault, changed) => {
    const id = await makeReady()
    const { order_id } = (await sandbox.client.status(id)).body
    await put({ order_id }, on, fault, { times: 1 })
    await expect(call(id)).rejects.toThrow()
    expect(await isDone(id)).toBe(changed)
  })

  it.each(['slow_before', 'slow_after'])(
    'of %s takes its time and does the work',
    async (fault) => {
      const id = await makeReady()
      const { order_id } = (await sandbox.client.status(id)).body
      await put({ order_id }, on, fault, { times: 1, delay_ms: 200 })
      const started = Date.now()
      expect((await call(id)).http).toBe(200)
      expect(Date.now() - started).toBeGreaterThanOrEqual(195)
      expect(await isDone(id)).toBe(true)
    },
  )

  it('of a wrong body does the work', async () => {
    const answers: Record<string, Answer> = {}
    for (const fault of ['truncated_json', 'wrong_amount', 'unknown_fields']) {
      const id = await makeReady()
      const { order_id } = (await sandbox.client.status(id)).body
      await put({ order_id }, on, fault, { times: 1 })
      answers[fault] = await call(id)
      expect(await isDone(id)).toBe(true)
    }
    expect(() => JSON.parse(answers.truncated_json?.text ?? '')).toThrow()
    expect(answers.wrong_amount?.body.gross_amount).toBe('44001.00')
    expect(answers.unknown_fields?.body).toMatchObject({ new_field: expect.anything() })
  })
})

describe('the fault refund_denied', () => {
  it('lets the bank refuse, and the transaction stays as it is', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId)
    await sandbox.client.post(`/_sandbox/transactions/${orderId}/pay`)
    await put({ order_id: orderId }, 'refund', 'refund_denied', { times: 1 })
    const refund = () => sandbox.client.post(`/v2/${orderId}/refund/online/direct`, {})
    const { http, body } = await refund()
    expect([http, body.status_code]).toEqual([200, '202'])
    expect((await sandbox.client.status(orderId)).body.transaction_status).toBe('settlement')
    expect((await refund()).body.status_code).toBe('200')
  })
})
