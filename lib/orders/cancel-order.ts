import 'server-only'
import { db } from '@/lib/db'
import { endByShop } from './end-by-shop'
import { hastenOpenAttempts } from './hasten-open-attempts'
import { findOwnedOrder, type OwnedOrder } from './owned-order'
import { openStatuses, paidStatuses } from './payment-states'
import { recordRefusal } from './record-refusal'
import { withdraw } from './withdraw'

export type CancelledAttempts =
  | { ok: true }
  /** `no_answer`: Midtrans could not be reached. */
  | { ok: false; code: 'already_paid' | 'already_over' | 'no_answer' }

export type CancelledOrder = CancelledAttempts | { ok: false; code: 'not_found' }

/**
 * Cancels an unpaid order for the browser that placed it. Midtrans decides: what it has settled in the
 * meantime becomes paid instead.
 */
export async function cancelOrder(
  orderId: string,
  browserSecret: string | undefined,
): Promise<CancelledOrder> {
  const order = await findOwnedOrder(orderId, browserSecret)
  return order ? cancelOpenAttempts(order) : { ok: false, code: 'not_found' }
}

/** The same for whoever may cancel this order. What cannot be cancelled any more stays on record as asked for. */
export async function cancelOpenAttempts(order: OwnedOrder): Promise<CancelledAttempts> {
  const { id: orderId, payments } = order
  // The worker ends what is still open beside a paid attempt.
  const open = payments.filter(({ status }) => openStatuses.includes(status))
  for (const payment of order.status === 'pending' ? open : []) {
    if (payment.chargedAt === null) {
      // No charge was ever sent, and none will be: recordCall sends none for what is over. Midtrans has
      // nothing to cancel, and need not even be there.
      await endByShop(payment, 'cancel')
    } else if (!(await withdraw(payment))) {
      await hastenOpenAttempts(orderId)
      return { ok: false, code: 'no_answer' }
    }
  }
  const { status } = await db().order.findUniqueOrThrow({ where: { id: orderId } })
  if (status === 'cancelled') return { ok: true }
  const paid = await db().payment.count({ where: { orderId, status: { in: paidStatuses } } })
  const code = paid > 0 ? 'already_paid' : 'already_over'
  const last = payments.at(-1)
  if (last) await recordRefusal(last, { wanted: 'cancel', code })
  return { ok: false, code }
}
