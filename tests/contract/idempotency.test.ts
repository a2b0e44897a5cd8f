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

  it('belongs to one merchant', async () => {
    const key = randomUUID()
    const other = createClient(sandbox.client.base, 'SB-Mid-server-idempotency-other')
    const first = await sandbox.client.charge(newOrderId(), {}, withKey(key))
    const second = await other.charge(newOrderId(), {}, withKey(key))
    expect(second.body.transaction_id).not.toBe(first.body.transaction_id)
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
