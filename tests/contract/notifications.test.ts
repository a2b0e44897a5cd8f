import { describe, expect, it } from 'vitest'
import { createClient, newOrderId, sign } from './support/client'
import type { Receiver } from './support/receiver'
import { eventually, offerReceivers, runSandbox } from './support/setup'

const sandbox = runSandbox()
const newReceiver = offerReceivers()

/** Charges an order whose notifications go to a receiver of its own. */
async function chargeFor(receiver: Receiver): Promise<string> {
  const orderId = newOrderId()
  await sandbox.client.charge(orderId, {}, { 'X-Override-Notification': receiver.url })
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
  /** The merchant of a key that no other test uses, with a receiver in its settings. */
  async function newMerchant() {
    const client = createClient(sandbox.client.base, `SB-Mid-server-${newOrderId()}`)
    const own = await newReceiver()
    await client.put('/_sandbox/merchants', {
      server_key: client.serverKey,
      notification_urls: [own.url],
    })
    return { client, own }
  }

  it.each(['X-Override-Notification', 'X-Append-Notification'])(
    'in %s are three at most, and the fourth is left out',
    async (name) => {
      const receivers = await Promise.all([1, 2, 3, 4].map(newReceiver))
      const orderId = newOrderId()
      const header = receivers.map(({ url }) => url).join(' ,  ')
      await sandbox.client.charge(orderId, {}, { [name]: header })
      await Promise.all(receivers.slice(0, 3).map((receiver) => receiver.waitFor(1)))
      expect(await sandbox.client.notifications(orderId)).toHaveLength(3)
      expect(receivers[3]?.received).toHaveLength(0)
    },
  )

  it('in a header that are none are passed over', async () => {
    const good = await newReceiver()
    const orderId = newOrderId()
    const header = `nonsense, ftp://a.example/, ,javascript:alert(1), ${good.url}`
    await sandbox.client.charge(orderId, {}, { 'X-Override-Notification': header })
    await good.waitFor(1)
    expect(await sandbox.client.notifications(orderId)).toHaveLength(1)
  })

  it('are those of the settings and those of the append header', async () => {
    const [{ client, own }, extra] = [await newMerchant(), await newReceiver()]
    await client.charge(newOrderId(), {}, { 'X-Append-Notification': extra.url })
    await Promise.all([own.waitFor(1), extra.waitFor(1)])
  })

  it('are those of the override header alone when both headers are sent', async () => {
    const { client, own } = await newMerchant()
    const [extra, override] = await Promise.all([newReceiver(), newReceiver()])
    const orderId = newOrderId()
    await client.charge(
      orderId,
      {},
      { 'X-Append-Notification': extra.url, 'X-Override-Notification': override.url },
    )
    await override.waitFor(1)
    expect(await client.notifications(orderId)).toHaveLength(1)
    expect([own.received.length, extra.received.length]).toEqual([0, 0])
  })

  it('may be none, and the notification is kept all the same', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId)
    const [kept] = await sandbox.client.notifications(orderId)
    expect(kept).toMatchObject({ state: 'no_url', url: null, attempt: 0 })
  })
})

describe('an answer', () => {
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

describe('sending again by hand', () => {
  it('to another URL is logged there and leaves the retries as they are when it fails', async () => {
    const [own, other] = await Promise.all([newReceiver(), newReceiver()])
    own.answerWith({ status: 503 })
    other.answerWith({ status: 404 })
    const orderId = await chargeFor(own)
    const latest = async () => (await sandbox.client.notifications(orderId))[0]
    await eventually(async () => (await latest())?.attempt).toBe(1)
    const before = await latest()
    const { body } = await sandbox.client.post(`/_sandbox/notifications/${before?.id}/resend`, {
      url: other.url,
    })
    expect(body).toMatchObject({
      url: own.url,
      state: 'waiting',
      next_try: before?.next_try,
      attempts: [{ status: 503 }, { status: 404, resent_to: other.url }],
    })
  })

  it('ends the retries when it succeeds', async () => {
    const receiver = await newReceiver()
    receiver.answerWith({ status: 503 }, { status: 200 })
    const orderId = await chargeFor(receiver)
    const latest = async () => (await sandbox.client.notifications(orderId))[0]
    await eventually(async () => (await latest())?.attempt).toBe(1)
    const { body } = await sandbox.client.post(
      `/_sandbox/notifications/${(await latest())?.id}/resend`,
    )
    expect(body).toMatchObject({ state: 'delivered', next_try: null, attempt: 2 })
  })

  it('of one that nobody asked for needs a URL', async () => {
    const receiver = await newReceiver()
    const orderId = newOrderId()
    await sandbox.client.charge(orderId)
    const [kept] = await sandbox.client.notifications(orderId)
    const path = `/_sandbox/notifications/${kept?.id}/resend`
    expect((await sandbox.client.post(path)).http).toBe(409)
    expect((await sandbox.client.post(path, { url: receiver.url })).http).toBe(200)
    expect(receiver.received).toHaveLength(1)
  })
})
