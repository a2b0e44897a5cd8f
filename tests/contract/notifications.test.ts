import { describe, expect, it } from 'vitest'
import { type Json, newOrderId, SERVER_KEY, sign } from './support/client'
import type { Receiver } from './support/receiver'
import { eventually, offerReceivers, runSandbox } from './support/setup'

const sandbox = runSandbox()
const newReceiver = offerReceivers()

const MINUTE = 60
const LONG_LIVED = { custom_expiry: { expiry_duration: 5, unit: 'day' } }

/** Charges an order whose notifications go to a receiver of its own. */
async function chargeFor(receiver: Receiver, more: Json = {}): Promise<string> {
  const orderId = newOrderId()
  await sandbox.client.charge(orderId, more, { 'X-Override-Notification': receiver.url })
  return orderId
}

describe('a notification', () => {
  it('is signed over the exact texts of its body, whatever the state', async () => {
    const receiver = await newReceiver()
    const orderId = await chargeFor(receiver)
    await sandbox.client.post(`/_sandbox/transactions/${orderId}/pay`)
    await sandbox.client.post(`/v2/${orderId}/refund`, {})
    for (const { body } of await receiver.waitFor(3)) expect(body.signature_key).toBe(sign(body))
    const { body } = await sandbox.client.status(orderId)
    expect(body.signature_key).toBe(sign(body))
  })

  it.each([
    ['expire', '202'],
    ['cancel', '202'],
  ])('says %s with the code %s, where Get Status has another', async (action, code) => {
    const receiver = await newReceiver()
    const orderId = await chargeFor(receiver)
    await sandbox.client.post(`/v2/${orderId}/${action}`)
    const bodies = (await receiver.waitFor(2)).map(({ body }) => body)
    expect(bodies.find((body) => body.transaction_status === action)?.status_code).toBe(code)
    expect((await sandbox.client.status(orderId)).body.status_code).not.toBe(code)
  })

  it('comes as JSON from Veritrans, without a key', async () => {
    const receiver = await newReceiver()
    await chargeFor(receiver)
    const [first] = await receiver.waitFor(1)
    expect(first?.headers).toMatchObject({
      'user-agent': 'Veritrans',
      'content-type': 'application/json',
    })
    expect(first?.headers).not.toHaveProperty('authorization')
  })

  it('is on its way within half a second of the payment', async () => {
    const receiver = await newReceiver()
    const orderId = await chargeFor(receiver)
    await receiver.waitFor(1)
    await sandbox.client.post(`/_sandbox/transactions/${orderId}/pay`)
    const paid = Date.now()
    const [, second] = await receiver.waitFor(2)
    expect((second?.at ?? Number.POSITIVE_INFINITY) - paid).toBeLessThan(500)
  })
})

describe('its addresses', () => {
  it('are the override header alone, up to three', async () => {
    const receivers = await Promise.all([1, 2, 3, 4].map(newReceiver))
    const header = receivers.map(({ url }) => url).join(', ')
    await sandbox.client.charge(newOrderId(), {}, { 'X-Override-Notification': header })
    await Promise.all(receivers.slice(0, 3).map((receiver) => receiver.waitFor(1)))
    expect(receivers[3]?.received).toHaveLength(0)
  })

  it('are the settings and the append header together, and the override header wins', async () => {
    const [own, extra, override] = await Promise.all([newReceiver(), newReceiver(), newReceiver()])
    await sandbox.client.put('/_sandbox/merchants', {
      server_key: SERVER_KEY,
      notification_urls: [own.url],
    })
    const append = { 'X-Append-Notification': extra.url }
    await sandbox.client.charge(newOrderId(), {}, append)
    await Promise.all([own.waitFor(1), extra.waitFor(1)])
    await sandbox.client.charge(
      newOrderId(),
      {},
      { ...append, 'X-Override-Notification': override.url },
    )
    await override.waitFor(1)
    expect([own.received.length, extra.received.length]).toEqual([1, 1])
    await sandbox.client.put('/_sandbox/merchants', {
      server_key: SERVER_KEY,
      notification_urls: [],
    })
  })

  it('may be none, and the notification is kept all the same', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId)
    const [kept] = await sandbox.client.notifications(orderId)
    expect(kept).toMatchObject({ state: 'no_url', url: null, attempt: 0 })
  })
})

/** Charges, lets a day go by in steps, and counts how often the receiver was called. */
async function countTries(receiver: Receiver): Promise<number> {
  const orderId = await chargeFor(receiver, LONG_LIVED)
  for (let tries = 1; ; tries += 1) {
    await receiver.waitFor(tries)
    await eventually(async () => (await sandbox.client.notifications(orderId))[0]?.attempt).toBe(
      tries,
    )
    const [delivery] = await sandbox.client.notifications(orderId)
    if (delivery?.next_try === null) return receiver.received.length
    await sandbox.client.advance(4 * 60 * MINUTE, orderId)
  }
}

describe('an answer', () => {
  it.each([
    [200, 0],
    [201, 0],
    [500, 1],
    [503, 4],
    [400, 2],
    [404, 2],
    [302, 0],
    [403, 5],
    [418, 5],
  ])('of %i is followed by %i retries', async (status, retries) => {
    const receiver = await newReceiver()
    receiver.answerWith({ status, location: 'http://127.0.0.1:1/' })
    expect(await countTries(receiver)).toBe(retries + 1)
  })

  it('that never comes is retried after 2, 10, 30, 90 and 210 minutes', async () => {
    const receiver = await newReceiver()
    receiver.close()
    const orderId = await chargeFor(receiver, LONG_LIVED)
    const attempts = async () => (await sandbox.client.notifications(orderId))[0]?.attempt
    await eventually(attempts).toBe(1)
    for (const [index, minutes] of [2, 10, 30, 90, 210].entries()) {
      await sandbox.client.advance(minutes * MINUTE - 5, orderId)
      expect(await attempts()).toBe(index + 1)
      await sandbox.client.advance(6, orderId)
      await eventually(attempts).toBe(index + 2)
    }
    const [delivery] = await sandbox.client.notifications(orderId)
    expect(delivery).toMatchObject({ state: 'given_up', next_try: null })
  })

  it('of 307 or 308 is followed with the same POST', async () => {
    const [first, second] = await Promise.all([newReceiver(), newReceiver()])
    first.answerWith({ status: 307, location: second.url })
    const orderId = await chargeFor(first)
    const [followed] = await second.waitFor(1)
    expect(followed?.text).toBe(first.received[0]?.text)
    await eventually(async () => (await sandbox.client.notifications(orderId))[0]?.state).toBe(
      'delivered',
    )
  })

  it('is kept with its duration, and the same text can be sent again', async () => {
    const receiver = await newReceiver()
    const orderId = await chargeFor(receiver)
    await receiver.waitFor(1)
    await eventually(async () => (await sandbox.client.notifications(orderId))[0]).toMatchObject({
      attempt: 1,
      response: { status: 200, body: 'seen' },
    })
    const [delivery] = await sandbox.client.notifications(orderId)
    expect(delivery?.duration_ms).toBeGreaterThan(0)
    await sandbox.client.post(`/_sandbox/notifications/${delivery?.id}/resend`)
    const [first, again] = await receiver.waitFor(2)
    expect(again?.text).toBe(first?.text)
  })
})
