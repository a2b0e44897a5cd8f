import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createClient, newOrderId } from './support/client'
import { eventually, runSandbox } from './support/setup'

const sandbox = runSandbox()
const withKey = (key: string) => ({ 'Idempotency-Key': key })

describe('Idempotency-Key', () => {
  it('gives the first answer again, byte for byte, whatever the second body says', async () => {
    const key = randomUUID()
    const first = await sandbox.client.charge(newOrderId(), {}, withKey(key))
    const second = await sandbox.client.charge(newOrderId(), { payment_type: 'qris' }, withKey(key))
    expect(second.text).toBe(first.text)
  })

  it('makes one transaction when the same charge comes ten times at once', async () => {
    const orderId = newOrderId()
    const key = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => sandbox.client.charge(orderId, {}, withKey(key))),
    )
    expect(new Set(answers.map(({ body }) => body.transaction_id)).size).toBe(1)
    const { text } = await sandbox.client.get(`/_sandbox/transactions?order_id=${orderId}`)
    expect(JSON.parse(text)).toHaveLength(1)
  })

  it('keeps successes only: a refused charge is tried afresh', async () => {
    const orderId = newOrderId()
    const key = randomUUID()
    const refused = await sandbox.client.charge(orderId, { payment_type: 'beads' }, withKey(key))
    expect(refused.http).toBe(400)
    expect((await sandbox.client.charge(orderId, {}, withKey(key))).body.status_code).toBe('201')
  })

  it('ignores a key of 47 characters and takes one of 46', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId, {}, withKey('x'.repeat(47)))
    const again = await sandbox.client.charge(orderId, {}, withKey('x'.repeat(47)))
    expect(again.body.status_code).toBe('406')
    const first = await sandbox.client.charge(newOrderId(), {}, withKey('y'.repeat(46)))
    const second = await sandbox.client.charge(newOrderId(), {}, withKey('y'.repeat(46)))
    expect(second.text).toBe(first.text)
  })

  it('is global: another merchant with the same key gets the first one’s answer', async () => {
    const key = randomUUID()
    const other = createClient(sandbox.client.base, 'SB-Mid-server-idempotency-other')
    const first = await sandbox.client.charge(newOrderId(), {}, withKey(key))
    const second = await other.charge(newOrderId(), {}, withKey(key))
    expect(second.text).toBe(first.text)
  })

  it('does not spare a wrong server key its 401', async () => {
    const key = withKey(randomUUID())
    await sandbox.client.charge(newOrderId(), {}, key)
    const wrong = { ...key, Authorization: 'Basic eDo=' }
    expect((await sandbox.client.charge(newOrderId(), {}, wrong)).http).toBe(401)
  })

  it.each([
    ['a cancel', (id: string) => `/v2/${id}/cancel`, {}],
    ['a capture', () => '/v2/capture', {}],
    ['a charge of JSON null', () => '/v2/charge', 'null'],
    ['a charge that is not JSON', () => '/v2/charge', '{"payment'],
  ])('gives the answer of a charge to %s with the same key', async (_, address, body) => {
    const orderId = newOrderId()
    const key = withKey(randomUUID())
    const first = await sandbox.client.charge(orderId, {}, key)
    const second = await sandbox.client.post(address(orderId), body, key)
    expect(second.text).toBe(first.text)
    expect((await sandbox.client.status(orderId)).body.transaction_status).toBe('pending')
  })

  it('keeps the answer of an expire, whose 407 is a success', async () => {
    const orderId = newOrderId()
    const key = withKey(randomUUID())
    await sandbox.client.charge(orderId)
    const first = await sandbox.client.post(`/v2/${orderId}/expire`, {}, key)
    const second = await sandbox.client.post(`/v2/${orderId}/expire`, {}, key)
    expect([second.body.status_code, second.text]).toEqual(['407', first.text])
  })

  it.each([
    { payment_type: 'bank_transfer', bank_transfer: { bank: 'permata' } },
    { payment_type: 'permata' },
  ])('is ignored for Permata, which does not support it', async (more) => {
    const key = withKey(randomUUID())
    const orderId = newOrderId()
    await sandbox.client.charge(orderId, more, key)
    expect((await sandbox.client.charge(orderId, more, key)).body.status_code).toBe('406')
  })

  it('answers 202 without a status_code while the first request still runs', async () => {
    const orderId = newOrderId()
    const key = randomUUID()
    await sandbox.client.put('/_sandbox/faults', [
      { match: { order_id: orderId }, on: 'charge', fault: 'slow_after', delay_ms: 300, times: 1 },
    ])
    const first = sandbox.client.charge(orderId, {}, withKey(key))
    await eventually(async () => (await sandbox.client.status(orderId)).body.status_code).toBe(
      '201',
    )
    const second = await sandbox.client.charge(orderId, {}, withKey(key))
    expect(second.http).toBe(202)
    expect(second.body).not.toHaveProperty('status_code')
    const third = await first.then(() => sandbox.client.charge(orderId, {}, withKey(key)))
    expect(third.text).toBe((await first).text)
  })

  it('gives the answer that a reset connection has lost', async () => {
    const orderId = newOrderId()
    const key = randomUUID()
    await sandbox.client.put('/_sandbox/faults', [
      { match: { order_id: orderId }, on: 'charge', fault: 'reset_after', times: 1 },
    ])
    await expect(sandbox.client.charge(orderId, {}, withKey(key))).rejects.toThrow()
    const { body } = await sandbox.client.charge(orderId, {}, withKey(key))
    expect(body).toMatchObject({ status_code: '201', order_id: orderId })
  })
})
