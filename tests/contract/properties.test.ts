import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actionUrl, type Client, createClient, type Json, newOrderId } from './support/client'
import { findWrongs } from './support/history'
import { runSandbox } from './support/setup'

const sandbox = runSandbox()

/** The latest transaction that a merchant has charged under an order id. */
type Target = { client: Client; orderId: string; charged: Json }
type Call = (target: Target) => Promise<unknown>

const CHARGES: Json[] = [
  {},
  { gopay: { pre_auth: true } },
  { payment_type: 'qris' },
  { payment_type: 'qris', qris: { acquirer: 'airpay shopee' } },
  { payment_type: 'bank_transfer', bank_transfer: { bank: 'bni' } },
]

const charge =
  (more: Json): Call =>
  async (target) => {
    const { body } = await target.client.charge(target.orderId, more)
    if (body.status_code === '201') target.charged = body
  }
const byHand =
  (action: string, body?: Json): Call =>
  ({ client, charged }) =>
    client.post(`/_sandbox/transactions/${charged.transaction_id}/${action}`, body)
const api =
  (action: string, body?: Json): Call =>
  ({ client, orderId }) =>
    client.post(`/v2/${orderId}/${action}`, body)
const press =
  (decision: string): Call =>
  async ({ charged }) => {
    const url = actionUrl(charged, 'deeplink-redirect')
    const id = url && (new URL(url).searchParams.get('id') ?? '')
    const body = new URLSearchParams({ id, decision })
    if (url) await fetch(url, { method: 'POST', body, redirect: 'manual' })
  }
const scan: Call = ({ client, charged }) =>
  client.post('/_sandbox/scan', { qr: charged.qr_string ?? 'none', issuer: 'ovo' })
const capture =
  (gross_amount: number): Call =>
  ({ client, charged }) =>
    client.post('/v2/capture', { transaction_id: charged.transaction_id, gross_amount })
const wait =
  (seconds: number): Call =>
  ({ client, orderId }) =>
    client.advance(seconds, orderId)

const calls = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...CHARGES).map(charge) },
  { weight: 3, arbitrary: fc.constantFrom(byHand('pay'), byHand('pay', { issuer: 'dana' }), scan) },
  { weight: 2, arbitrary: fc.constantFrom(press('pay'), press('decline')) },
  { weight: 2, arbitrary: fc.constantFrom(api('cancel'), api('expire'), byHand('expire')) },
  { weight: 1, arbitrary: fc.constantFrom(byHand('deny'), api('deny'), api('approve')) },
  { weight: 2, arbitrary: fc.constantFrom(capture(44_000), capture(43_999)) },
  {
    weight: 5,
    arbitrary: fc
      .record(
        {
          amount: fc.constantFrom(4_000, 20_000, 40_000, 44_000, 44_001),
          refund_key: fc.constantFrom('a', 'b', 'c'),
        },
        { requiredKeys: [] },
      )
      .chain((body) => fc.constantFrom(api('refund', body), api('refund/online/direct', body))),
  },
  { weight: 2, arbitrary: fc.constantFrom(1, 1, 60, 600, 901, 90_000).map(wait) },
)

describe('whatever is called, in whatever order, by two merchants', () => {
  it('every transaction has a legal history, which its notifications tell and its status ends', async () => {
    const step = fc.tuple(fc.constantFrom(0, 0, 1, 2, 3), calls)
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 30, maxLength: 60, size: 'max' }),
      async (steps) => {
        const clients = ['SB-Mid-server-one', 'SB-Mid-server-two'].map((key) =>
          createClient(sandbox.client.base, key),
        )
        const orderIds = [newOrderId(), newOrderId()]
        const targets = orderIds.flatMap((orderId) =>
          clients.map((client): Target => ({ client, orderId, charged: {} })),
        )
        for (const [index, call] of steps) {
          const target = targets[index]
          if (target) await call(target)
        }
        // Whatever the bank has still to confirm, or the clock to notice.
        for (const orderId of orderIds) await sandbox.client.advance(60, orderId)
        for (const orderId of orderIds) await expectLegal(orderId, clients)
      },
    )
    await fc.assert(property, { numRuns: 25 })
  }, 60_000)
})

/** Looks at everything that was ever charged under an order id. */
async function expectLegal(orderId: string, clients: Client[]): Promise<void> {
  const sent = (await sandbox.client.notifications(orderId))
    .map((delivery) => (delivery.request as { body: Json }).body)
    .reverse()
  const ids = new Set(sent.map(({ transaction_id }) => String(transaction_id)))
  for (const id of ids) {
    const notifications = sent.filter(({ transaction_id }) => transaction_id === id)
    const answers = await Promise.all(clients.map((client) => client.status(id)))
    const owner = answers.findIndex(({ body }) => body.transaction_id === id)
    const [client, status] = [clients[owner], answers[owner]?.body ?? {}]
    expect(findWrongs(notifications, status, client?.serverKey ?? '')).toEqual([])
  }
}
