import 'server-only'
import { startCharge } from './obtain-charge'
import { openAttempt } from './open-attempt'
import { findOwnedOrder } from './owned-order'
import { openStatuses } from './payment-states'
import { withdraw } from './withdraw'

export type PaidAgain =
  /** A new attempt is open, or another request has just opened one, or the order turned out paid. */
  { ok: true } | { ok: false; code: 'not_found' | 'sold_out' | 'no_answer' }

/**
 * Opens and charges a new attempt of an order that ended unpaid, for the browser that placed it. What
 * is still open at Midtrans is cancelled first, so that an old code can do no harm; an old attempt
 * that turns out to be paid makes the order paid.
 */
export async function payAgain(
  orderId: string,
  browserSecret: string | undefined,
): Promise<PaidAgain> {
  const order = await findOwnedOrder(orderId, browserSecret)
  const last = order?.payments.at(-1)
  if (!order || !last) return { ok: false, code: 'not_found' }
  if (order.status === 'pending' || order.paidPaymentId) return { ok: true }

  for (const payment of order.payments.filter(({ status }) => openStatuses.includes(status))) {
    if (!(await withdraw(payment))) return { ok: false, code: 'no_answer' }
  }
  const opened = await openAttempt(last, order.status)
  if (opened.ok) await startCharge(opened.lease)
  else if (opened.code === 'sold_out') return { ok: false, code: 'sold_out' }
  return { ok: true }
}
