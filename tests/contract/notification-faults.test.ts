import { describe, expect, it } from 'vitest'
import { type Json, newOrderId, sign } from './support/client'
import type { Receiver } from './support/receiver'
import { offerReceivers, runSandbox } from './support/setup'

const sandbox = runSandbox()
const newReceiver = offerReceivers()

describe('a notification fault', () => {
  async function chargeWith(fault: Json): Promise<Receiver> {
    const receiver = await newReceiver()
    const orderId = newOrderId()
    await sandbox.client.put('/_sandbox/faults', [
      { match: { order_id: orderId }, on: 'notification', ...fault },
    ])
    await sandbox.client.charge(orderId, {}, { 'X-Override-Notification': receiver.url })
    await sandbox.client.post(`/_sandbox/transactions/${orderId}/pay`)
    return receiver
  }

  it('drops the settlement only', async () => {
    const receiver = await chargeWith({ fault: 'drop', transaction_status: 'settlement' })
    const [pending] = await receiver.waitFor(1)
    expect(pending?.body.transaction_status).toBe('pending')
    const orderId = String(pending?.body.order_id)
    const [settlement] = await sandbox.client.notifications(orderId)
    expect(settlement).toMatchObject({
      transaction_status: 'settlement',
      state: 'dropped',
      next_try: null,
    })
    // Not even a day later, when every retry would be due.
    await sandbox.client.advance(24 * 3600, orderId)
    expect(await sandbox.client.notifications(orderId)).toMatchObject([{ attempt: 0 }, {}])
  })

  it('sends the settlement five times', async () => {
    const receiver = await chargeWith({
      fault: 'duplicate',
      copies: 5,
      transaction_status: 'settlement',
    })
    const received = await receiver.waitFor(6)
    expect(received.filter(({ body }) => body.transaction_status === 'settlement')).toHaveLength(5)
  })

  it('sends the pending after the settlement', async () => {
    const receiver = await chargeWith({ fault: 'reverse', times: 1 })
    const received = await receiver.waitFor(2)
    expect(received.map(({ body }) => body.transaction_status)).toEqual(['settlement', 'pending'])
  })

  it('delays', async () => {
    const receiver = await chargeWith({ fault: 'delay', delay_ms: 400, times: 1 })
    const received = await receiver.waitFor(2)
    expect(received.map(({ body }) => body.transaction_status)).toEqual(['settlement', 'pending'])
  })

  it('breaks the signature', async () => {
    const [first] = await (await chargeWith({ fault: 'bad_signature' })).waitFor(1)
    expect(first?.body.signature_key).not.toBe(sign(first?.body ?? {}))
  })

  it('signs a wrong amount correctly', async () => {
    const [first] = await (await chargeWith({ fault: 'wrong_amount' })).waitFor(1)
    expect(first?.body.gross_amount).toBe('44001.00')
    expect(first?.body.signature_key).toBe(sign(first?.body ?? {}))
  })

  it('sends what is no JSON', async () => {
    const [first] = await (await chargeWith({ fault: 'garbage' })).waitFor(1)
    expect(() => JSON.parse(first?.text ?? '')).toThrow()
  })

  it('sends another content type', async () => {
    const [first] = await (await chargeWith({ fault: 'content_type' })).waitFor(1)
    expect(first?.headers['content-type']).toBe('text/plain')
  })
})
