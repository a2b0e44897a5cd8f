import { describe, expect, it } from 'vitest'
import { actionUrl, type Json, newOrderId } from './support/client'
import { runSandbox } from './support/setup'

const sandbox = runSandbox()

const put = (match: Json, on: string, fault: string, more: Json = {}) =>
  sandbox.client.put('/_sandbox/faults', [{ match, on, fault, ...more }])

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

  it.each(['email', 'name'])(
    'finds the order of a status, cancel and image by %s, whichever id they are called by',
    async (field) => {
      const orderId = newOrderId()
      const customer = { first_name: orderId, last_name: 'Wulan', email: `${orderId}@example.com` }
      const { body } = await sandbox.client.charge(orderId, { customer_details: customer })
      const match = field === 'email' ? { email: customer.email } : { name: `${orderId} Wulan` }
      await sandbox.client.put(
        '/_sandbox/faults',
        ['status', 'cancel', 'qr'].map((on) => ({ match, on, fault: 'status_503' })),
      )
      for (const id of [orderId, String(body.transaction_id)]) {
        expect((await sandbox.client.status(id)).http).toBe(503)
        expect((await sandbox.client.post(`/v2/${id}/cancel`)).http).toBe(503)
      }
      expect((await fetch(actionUrl(body, 'generate-qr-code'))).status).toBe(503)
    },
  )

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

  it.each<[string, unknown, RegExp]>([
    ['without a match', [{ match: {}, on: 'charge', fault: 'deny' }], /order_id, email or name/],
    [
      'that does not exist',
      [{ match: { order_id: 'a' }, on: 'qr', fault: 'gremlin' }],
      /0\.fault.*slow_before.*html/,
    ],
    [
      'in a place that does not exist',
      [{ match: { order_id: 'a' }, on: 'till', fault: 'deny' }],
      /0\.on.*charge, status, .*refund, qr, notification/,
    ],
    [
      'in the wrong place',
      [{ match: { order_id: 'a' }, on: 'status', fault: 'deny' }],
      /0\.fault.*wrong_amount/,
    ],
    ['that is not in a list', { match: { order_id: 'a' }, on: 'charge', fault: 'deny' }, /array/],
    [
      'with an unknown field',
      [{ match: { order_id: 'a' }, on: 'charge', fault: 'deny', of: 1 }],
      /"of"/,
    ],
    [
      'that applies never',
      [{ match: { order_id: 'a' }, on: 'charge', fault: 'deny', times: 0 }],
      /0\.times/,
    ],
  ])('%s is refused with a sentence that says what there is', async (_, faults, sentence) => {
    const { http, body } = await sandbox.client.put('/_sandbox/faults', faults)
    expect(http).toBe(400)
    expect(body.error).toMatch(sentence)
  })
})
