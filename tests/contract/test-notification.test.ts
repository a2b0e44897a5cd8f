import { describe, expect, it } from 'vitest'
import { createClient, newOrderId, sign } from './support/client'
import { offerReceivers, runSandbox } from './support/setup'

const sandbox = runSandbox()
const newReceiver = offerReceivers()

/** A merchant of its own. */
const newClient = () => createClient(sandbox.client.base, `SB-Mid-server-${newOrderId()}`)
const TEST = '/_sandbox/notifications/test'

describe('the test of the dashboard', () => {
  it('sends a signed notification of an order that does not exist', async () => {
    const [client, receiver] = [newClient(), await newReceiver()]
    await client.post(TEST, { server_key: client.serverKey, url: receiver.url })
    const body = receiver.received[0]?.body ?? {}
    expect(body.order_id).toMatch(/^payment_notif_test_G\d{9}_[0-9a-f-]{36}$/)
    expect(body.signature_key).toBe(sign(body, client.serverKey))
    expect(String(body.order_id)).toContain(`_${body.merchant_id}_`)
    for (const id of [body.order_id, body.transaction_id]) {
      expect((await client.status(String(id))).body.status_code).toBe('404')
    }
  })

  it('goes to every URL of the settings, and is logged with their answers', async () => {
    const client = newClient()
    const [good, bad] = await Promise.all([newReceiver(), newReceiver()])
    bad.answerWith({ status: 404 })
    await client.put('/_sandbox/merchants', {
      server_key: client.serverKey,
      notification_urls: [good.url, bad.url],
    })
    const { text } = await client.post(TEST, { server_key: client.serverKey })
    const logged = JSON.parse(text)
    expect(logged).toMatchObject([
      { url: good.url, state: 'delivered', response: { status: 200, body: 'seen' } },
      { url: bad.url, state: 'waiting', response: { status: 404 }, attempt: 1 },
    ])
    expect(await client.notifications(logged[0].order_id)).toHaveLength(2)
  })

  it('needs somewhere to go', async () => {
    const { serverKey, post } = newClient()
    expect((await post(TEST, { server_key: serverKey })).http).toBe(409)
    expect((await post(TEST, {})).http).toBe(400)
    expect((await post(TEST, { server_key: serverKey, url: 'ftp://a.example' })).http).toBe(400)
  })
})
