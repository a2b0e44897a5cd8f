import { describe, expect, it } from 'vitest'
import { type Client, newOrderId } from './support/client'
import { runSandbox } from './support/setup'

const sandbox = runSandbox()

type Step = (client: Client, orderId: string) => Promise<unknown>
const control =
  (action: string, body?: object): Step =>
  (client, orderId) =>
    client.post(`/_sandbox/transactions/${orderId}/${action}`, body)
const api =
  (action: string, body?: object): Step =>
  (client, orderId) =>
    client.post(`/v2/${orderId}/${action}`, body)

const pay = control('pay')
const reach: Record<string, Step[]> = {
  pending: [],
  settlement: [pay],
  expire: [api('expire')],
  cancel: [api('cancel')],
  deny: [control('deny')],
  partial_refund: [pay, api('refund', { amount: 1 })],
  refund: [pay, api('refund')],
}
const moves: Record<string, { step: Step; from: string[]; to: string }> = {
  'pay by deeplink': { step: pay, from: ['pending'], to: 'settlement' },
  'pay by scanning': {
    step: control('pay', { issuer: 'ovo' }),
    from: ['pending'],
    to: 'settlement',
  },
  cancel: { step: api('cancel'), from: ['pending'], to: 'cancel' },
  expire: { step: api('expire'), from: ['pending'], to: 'expire' },
  'expire by hand': { step: control('expire'), from: ['pending'], to: 'expire' },
  deny: { step: control('deny'), from: ['pending'], to: 'deny' },
  'refund in part': {
    step: api('refund', { amount: 1 }),
    from: ['settlement', 'partial_refund'],
    to: 'partial_refund',
  },
  'refund the rest': { step: api('refund'), from: ['settlement', 'partial_refund'], to: 'refund' },
}

describe('the state machine', () => {
  const pairs = Object.keys(moves).flatMap((move) => Object.keys(reach).map((from) => [move, from]))
  it.each(pairs)(
    '%s from %s happens only where Midtrans allows it',
    async (name = '', from = '') => {
      const { client } = sandbox
      const move = moves[name]
      const orderId = newOrderId()
      await client.charge(orderId)
      for (const step of reach[from] ?? []) await step(client, orderId)
      const before = await client.notifications(orderId)
      await move?.step(client, orderId)
      const { body } = await client.status(orderId)
      const isLegal = move?.from.includes(from)
      expect(body.transaction_status).toBe(isLegal ? move?.to : from)
      const after = await client.notifications(orderId)
      expect(after.length - before.length).toBe(isLegal ? 1 : 0)
    },
  )

  it.each([
    ['pending', '201'],
    ['settlement', '200'],
    ['expire', '407'],
    ['cancel', '200'],
    ['deny', '202'],
    ['partial_refund', '200'],
    ['refund', '200'],
  ])('gives the status of a %s order the code %s over HTTP 200', async (state, code) => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId)
    for (const step of reach[state] ?? []) await step(sandbox.client, orderId)
    const { http, body } = await sandbox.client.status(orderId)
    expect([http, body.status_code]).toEqual([200, code])
  })
})

describe('order ids', () => {
  it.each([
    ['pending', '406'],
    ['settlement', '406'],
    ['refund', '406'],
    ['cancel', '201'],
    ['expire', '201'],
  ])('answers a charge for the order id of a %s order with %s', async (state, code) => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId)
    for (const step of reach[state] ?? []) await step(sandbox.client, orderId)
    expect((await sandbox.client.charge(orderId)).body.status_code).toBe(code)
  })

  it('shows the later of two transactions with one order id, and each by its transaction id', async () => {
    const orderId = newOrderId()
    const { body: first } = await sandbox.client.charge(orderId)
    await sandbox.client.post(`/v2/${orderId}/cancel`)
    const { body: second } = await sandbox.client.charge(orderId)
    expect((await sandbox.client.status(orderId)).body.transaction_id).toBe(second.transaction_id)
    const { body } = await sandbox.client.status(String(first.transaction_id))
    expect(body.transaction_status).toBe('cancel')
  })

  it('finds an order by its percent-encoded id', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId)
    const encoded = [...orderId].map((each) => `%${each.charCodeAt(0).toString(16)}`).join('')
    expect((await sandbox.client.status(encoded)).body.order_id).toBe(orderId)
  })

  it('cancels with an empty body, with {} and with null', async () => {
    for (const body of [undefined, '', '{}', 'null']) {
      const orderId = newOrderId()
      await sandbox.client.charge(orderId)
      const answer = await sandbox.client.post(`/v2/${orderId}/cancel`, body)
      expect(answer.body.status_code).toBe('200')
    }
  })
})
