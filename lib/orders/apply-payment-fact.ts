import 'server-only'
import { db } from '@/lib/db'
import { announceOrder } from '@/lib/live/announce'
import { log } from '@/lib/log'
import type { PaymentFact } from './payment-fact'
import { paymentFactStatement } from './payment-fact-statement'
import { openStatuses } from './payment-states'
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
  pays: boolean
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
  const [row] = await retryConflicts(() => db().$queryRaw<Row[]>(paymentFactStatement(fact)))
  const result: AppliedFact = {
    verdict: row?.verdict ?? 'unknown_order',
    reason: row?.reason ?? undefined,
    orderChanged: row?.orderChanged ?? false,
    orderId: row?.orderId ?? undefined,
    paymentId: row?.paymentId ?? undefined,
  }
  log(result.verdict === 'marked' ? 'warn' : 'info', 'payment.fact', {
    orderId: result.orderId,
    paymentId: result.paymentId,
    source: fact.source,
    told: fact.statusTold,
    verdict: result.verdict,
    reason: result.reason,
  })
  if (row?.pays && row.orderId) await hastenOpenAttempts(row.orderId)
  if (result.orderId && result.orderChanged) announceOrder(result.orderId)
  return result
}

/** A paid order's other attempts must not be paid as well: the worker cancels them at once. */
async function hastenOpenAttempts(orderId: string): Promise<void> {
  await db().payment.updateMany({
    where: { orderId, status: { in: openStatuses } },
    data: { nextCheckAt: new Date(0) },
  })
}
