import { describe, expect, it } from 'vitest'
import { type Client, type Json, newOrderId, sign } from './support/client'
import { runSandbox } from './support/setup'

const sandbox = runSandbox()

type Step = (client: Client, orderId: string) => Promise<unknown>
const charge =
  (more: Json = {}): Step =>
  (client, orderId) =>
    client.charge(orderId, more)
const control =
  (action: string, body?: object): Step =>
  (client, orderId) =>
    client.post(`/_sandbox/transactions/${orderId}/${action}`, body)
const api =
  (action: string, body?: object): Step =>
  (client, orderId) =>
    client.post(`/v2/${orderId}/${action}`, body)
const capture: Step = async (client, orderId) => {
  const { body } = await client.status(orderId)
  return client.post('/v2/capture', { transaction_id: body.transaction_id })
}
const denied: Step = (client, orderId) =>
  client.put('/_sandbox/faults', [{ match: { order_id: orderId }, on: 'charge', fault: 'deny' }])

const pay = control('pay')
const preAuth = charge({ gopay: { pre_auth: true } })
/** The ways into each state. */
const reach: Record<string, Step[]> = {
  pending: [charge()],
  authorize: [preAuth, pay],
  capture: [preAuth, pay, capture],
  settlement: [charge(), pay],
  expire: [charge(), api('expire')],
  cancel: [charge(), api('cancel')],
  deny: [charge(), control('deny')],
  partial_refund: [charge(), pay, api('refund', { amount: 1 })],
  refund: [charge(), pay, api('refund')],
}
const moves: Record<string, { step: Step; from: string[]; to: string }> = {
  'pay by deeplink': { step: pay, from: ['pending'], to: 'settlement' },
  'pay by scanning': {
    step: control('pay', { issuer: 'ovo' }),
    from: ['pending'],
    to: 'settlement',
  },
  capture: { step: capture, from: ['authorize'], to: 'capture' },
  cancel: { step: api('cancel'), from: ['pending', 'authorize', 'capture'], to: 'cancel' },
  expire: { step: api('expire'), from: ['pending', 'authorize'], to: 'expire' },
  'expire by hand': { step: control('expire'), from: ['pending', 'authorize'], to: 'expire' },
  deny: { step: control('deny'), from: ['pending'], to: 'deny' },
  'refund in part': {
    step: api('refund', { amount: 1 }),
    from: ['settlement', 'partial_refund'],
    to: 'partial_refund',
  },
  'refund the rest': {
    step: api('refund'),
    from: ['capture', 'settlement', 'partial_refund'],
    to: 'refund',
  },
  approve: { step: api('approve'), from: [], to: '' },
  'deny by the API': { step: api('deny'), from: [], to: '' },
}

describe('the state machine', () => {
  const pairs = Object.keys(moves).flatMap((move) => Object.keys(reach).map((from) => [move, from]))
  it.each(pairs)(
    '%s from %s happens only where Midtrans allows it',
    async (name = '', from = '') => {
      const { client } = sandbox
      const move = moves[name]
      const orderId = newOrderId()
      for (const step of reach[from] ?? []) await step(client, orderId)
      const before = await client.notifications(orderId)
      expect(before[0]?.transaction_status).toBe(from)
      await move?.step(client, orderId)
      const { body } = await client.status(orderId)
      const isLegal = move?.from.includes(from)
      expect(body.transaction_status).toBe(isLegal ? move?.to : from)
      const after = await client.notifications(orderId)
      expect(after.length - before.length).toBe(isLegal ? 1 : 0)
    },
  )
})

describe('Get Status', () => {
  const channels: [string, Json][] = [
    ['gopay', {}],
    ['qris', { payment_type: 'qris' }],
    ['bank_transfer', { payment_type: 'bank_transfer', bank_transfer: { bank: 'bca' } }],
  ]
  const ends: [string, string, Step[]][] = [
    ['pending', '201', []],
    ['settlement', '200', [pay]],
    ['expire', '407', [api('expire')]],
    ['cancel', '200', [api('cancel')]],
    ['deny', '202', [control('deny')]],
  ]
  it.each(
    channels.flatMap(([channel, more]) =>
      ends.map(([state, code, steps]) => [channel, state, code, more, steps] as const),
    ),
  )('of a %s order in the state %s has the code %s, and signs it', async (...row) => {
    const [, state, code, more, steps] = row
    const { client } = sandbox
    const orderId = newOrderId()
    await client.charge(orderId, more)
    for (const step of steps) await step(client, orderId)
    const { http, body } = await client.status(orderId)
    expect([http, body.status_code, body.transaction_status]).toEqual([200, code, state])
    expect(body.signature_key).toBe(sign(body))
  })

  it.each([
    ['authorize', '200'],
    ['capture', '200'],
    ['partial_refund', '200'],
    ['refund', '200'],
  ])('of a gopay order in the state %s has the code %s, and signs it', async (state, code) => {
    const orderId = newOrderId()
    for (const step of reach[state] ?? []) await step(sandbox.client, orderId)
    const { http, body } = await sandbox.client.status(orderId)
    expect([http, body.status_code, body.transaction_status]).toEqual([200, code, state])
    expect(body.signature_key).toBe(sign(body))
  })

  it('of a charge that the wallet has denied says why', async () => {
    const orderId = newOrderId()
    await denied(sandbox.client, orderId)
    const { body: charged } = await sandbox.client.charge(orderId)
    const { body } = await sandbox.client.status(orderId)
    expect(body).toMatchObject({
      status_code: '202',
      transaction_status: 'deny',
      channel_response_code: charged.channel_response_code,
      channel_response_message: charged.channel_response_message,
    })
  })
})

describe('a second charge', () => {
  it.each([
    ['pending', '406'],
    ['authorize', '406'],
    ['capture', '406'],
    ['settlement', '406'],
    ['refund', '406'],
    ['cancel', '201'],
    ['expire', '201'],
  ])('with the order id of a %s order gets %s', async (state, code) => {
    const orderId = newOrderId()
    for (const step of reach[state] ?? []) await step(sandbox.client, orderId)
    expect((await sandbox.client.charge(orderId)).body.status_code).toBe(code)
  })
})

describe('a change', () => {
  it.each([
    ['no body', undefined],
    ['an empty body', ''],
    ['an empty object', '{}'],
    ['JSON null', 'null'],
    ['fields that it does not know', '{"reason":"none"}'],
  ])('with %s cancels and expires, whatever its content type', async (_, body) => {
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
      for (const action of ['cancel', 'expire']) {
        const orderId = newOrderId()
        await sandbox.client.charge(orderId)
        const headers = { 'Content-Type': type }
        const answer = await sandbox.client.post(`/v2/${orderId}/${action}`, body, headers)
        expect([type, answer.body.transaction_status]).toEqual([type, action])
      }
    }
  })
})
