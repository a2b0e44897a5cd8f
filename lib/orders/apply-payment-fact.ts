import 'server-only'
import { pool } from '@/lib/db'
import { announceOrder } from '@/lib/live/announce'
import { log } from '@/lib/log'
import { hastenOpenAttempts } from './hasten-open-attempts'
import { readMidtransOrderId } from './order-id'
import type { PaymentFact } from './payment-fact'
import { paymentFactStatement } from './payment-fact-statement'
import { markRefundsMade } from './refund-rows'
import { retryConflicts } from './retry-conflicts'

/**
 * `applied`: the payment moved. `known`: it was there already. `out_of_date`: the payment is past it.
 * `doubtful`: only Get Status can tell, and the payment is due for it at once. `marked`: the body
 * contradicts the order; it is kept for a person to look at. `unknown_order`: stored, nothing to apply it to.
 */
export type Verdict = 'applied' | 'known' | 'out_of_date' | 'doubtful' | 'marked' | 'unknown_order'

export type AppliedFact = {
  verdict: Verdict
  reason?: string
  /** Whether shoppers see something new. */
  orderChanged: boolean
  orderId?: string
  paymentId?: string
}

type Row = {
  verdict: Verdict
  reason: string | null
  orderChanged: boolean
  /** The order is paid now, and had other attempts, which may be open still. */
  leavesAttempts: boolean
  /** What a person must look at, when this fact has brought it up. */
  mark: string | null
  orderId: string | null
  paymentId: string | null
}

/**
 * The only writer of a payment's status. Everything that is known about a payment comes through here:
 * charge answers, notifications, Get Status answers, cancellations and expiries. Safe in any order,
 * any number of times, from any number of processes; committed when it returns. Throws when the
 * database cannot be reached.
 */
export async function applyPaymentFact(fact: PaymentFact): Promise<AppliedFact> {
  const statement = paymentFactStatement(fact)
  const { rows } = await retryConflicts(() => pool().query<Row>(statement))
  const row = rows[0]
  const result: AppliedFact = {
    verdict: row?.verdict ?? 'unknown_order',
    reason: row?.reason ?? undefined,
    orderChanged: row?.orderChanged ?? false,
    orderId: row?.orderId ?? undefined,
    paymentId: row?.paymentId ?? undefined,
  }
  const ids = { ...readMidtransOrderId(fact.midtransOrderId), paymentId: result.paymentId }
  const { source, statusTold: told } = fact
  log('info', 'payment.fact', {
    ...ids,
    source,
    told,
    verdict: result.verdict,
    reason: result.reason,
  })
  if (row?.mark) log('error', 'payment.needs_a_person', { ...ids, mark: row.mark })
  const isBelieved = row?.verdict === 'applied' || row?.verdict === 'known'
  if (row?.paymentId && isBelieved) await markRefundsMade(row.paymentId, fact.refundKeys ?? [])
  if (result.orderId && result.orderChanged) announceOrder(result.orderId)
  if (row?.leavesAttempts && row.orderId) await hastenOpenAttempts(row.orderId)
  return result
}
