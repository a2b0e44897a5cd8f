import 'server-only'
import { db } from '@/lib/db'
import { endByShop } from './end-by-shop'
import { hastenOpenAttempts } from './hasten-open-attempts'
import { findOwnedOrder, type OwnedOrder } from './owned-order'
import { openStatuses } from './payment-states'
import { withdraw } from './withdraw'

export type CancelledOrder =
  | { ok: true }
  /** `not_cancelled`: it is paid or over already. `no_answer`: Midtrans could not be reached. */
  | { ok: false; code: 'not_found' | 'not_cancelled' | 'no_answer' }

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

/** The same for whoever may cancel this order. */
export async function cancelOpenAttempts(
  order: OwnedOrder,
): Promise<{ ok: true } | { ok: false; code: 'not_cancelled' | 'no_answer' }> {
  const { id: orderId } = order
  for (const payment of order.payments.filter(({ status }) => openStatuses.includes(status))) {
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
  return status === 'cancelled' ? { ok: true } : { ok: false, code: 'not_cancelled' }
}
