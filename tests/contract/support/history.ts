import { type Json, sign } from './client'

/** The facts of docs.midtrans.com, transaction status cycle, written down a second time. */
const NEXT: Record<string, string[]> = {
  pending: ['authorize', 'settlement', 'expire', 'cancel', 'deny'],
  authorize: ['capture', 'expire', 'cancel'],
  capture: ['settlement', 'cancel', 'refund'],
  settlement: ['partial_refund', 'refund'],
  partial_refund: ['partial_refund', 'refund'],
}
const NOTIFICATION_CODES: Record<string, string> = {
  pending: '201',
  expire: '202',
  cancel: '202',
  deny: '202',
}
const STATUS_CODES: Record<string, string> = { pending: '201', expire: '407', deny: '202' }

type Refund = { refund_amount: string; bank_confirmed_at?: string }

const stateOf = (body: Json) => String(body.transaction_status)
const refundsOf = (body: Json) => (body.refunds ?? []) as Refund[]
const confirmedOf = (body: Json) => refundsOf(body).filter((each) => each.bank_confirmed_at).length

/**
 * What is wrong with the life of one transaction, told by all its notifications in their order and by Get
 * Status in the end; empty when nothing is.
 */
export function findWrongs(notifications: Json[], status: Json, serverKey: string): string[] {
  const states = notifications.map(stateOf)
  const last = notifications.at(-1) ?? {}
  const rules: [string, boolean][] = [
    ['starts as pending', states[0] === 'pending'],
    ['is settled once at most', states.filter((state) => state === 'settlement').length <= 1],
    ['ends as Get Status says', stateOf(last) === stateOf(status)],
    ['has its state’s code', status.status_code === (STATUS_CODES[stateOf(status)] ?? '200')],
    ['signs its status', status.signature_key === sign(status, serverKey)],
    [
      'has the refunds of its status',
      JSON.stringify(last.refunds) === JSON.stringify(status.refunds),
    ],
    ['has the payment type of its status', last.payment_type === status.payment_type],
    ['has its refunds confirmed', confirmedOf(last) === refundsOf(last).length],
    ...notifications.slice(1).map((body, index): [string, boolean] => {
      const before = notifications[index] ?? {}
      return [`goes from ${stateOf(before)} to ${stateOf(body)}`, isStep(before, body)]
    }),
    ...notifications.flatMap((body): [string, boolean][] => [
      [`signs ${stateOf(body)}`, body.signature_key === sign(body, serverKey)],
      [
        `${stateOf(body)} has its code`,
        body.status_code === (NOTIFICATION_CODES[stateOf(body)] ?? '200'),
      ],
      [`${stateOf(body)} refunds no more than was paid`, isWithin(body)],
    ]),
  ]
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule)
}

/** A legal move, or the bank’s confirmation of a refund, which changes no state. */
function isStep(before: Json, after: Json): boolean {
  const added = refundsOf(after).length - refundsOf(before).length
  const confirmed = confirmedOf(after) - confirmedOf(before)
  if (added === 0 && confirmed === 1) return stateOf(before) === stateOf(after)
  const refunded = stateOf(after).endsWith('refund') ? 1 : 0
  return (NEXT[stateOf(before)] ?? []).includes(stateOf(after)) && added === refunded
}

function isWithin(body: Json): boolean {
  const total = refundsOf(body).reduce((sum, { refund_amount }) => sum + Number(refund_amount), 0)
  const gross = Number(body.gross_amount)
  const isWhole = stateOf(body) !== 'refund' || total === gross
  return total <= gross && isWhole && total === Number(body.refund_amount ?? 0)
}
