import 'server-only'
import { describeError, log } from '@/lib/log'
import { idsOf } from './attempt-ids'
import { checkPayment } from './check-payment'
import { type Lease, leaseIfDue, leaseNow } from './lease'
import { type OrderView, viewOrder } from './order-view'

/**
 * Reads an order for a page. When it is overdue and nobody has asked Midtrans yet, this visit does,
 * so that the page does not show a payment that can no longer be made.
 */
export function visitOrder(orderId: string): Promise<OrderView | undefined> {
  return readUpToDate(orderId, (order) =>
    order.payment.expiresAt && order.payment.expiresAt <= order.now
      ? leaseIfDue(order.payment.id)
      : undefined,
  )
}

/** The same for a shopper who comes back from the wallet: a pending order is asked about at once. */
export function visitAfterWallet(orderId: string): Promise<OrderView | undefined> {
  return readUpToDate(orderId, ({ payment }) =>
    payment.isCharged ? leaseNow(payment.id) : undefined,
  )
}

async function readUpToDate(
  orderId: string,
  takeLease: (order: OrderView) => Promise<Lease | undefined> | undefined,
): Promise<OrderView | undefined> {
  const order = await viewOrder(orderId)
  if (order?.status !== 'pending') return order
  const lease = await takeLease(order)
  if (!lease) return order
  try {
    await checkPayment(lease)
  } catch (error) {
    // The page can still be shown; the worker comes back to this payment after its lease.
    const ids = idsOf(lease)
    log('warn', 'order.visit_check_failed', { ...ids, error: describeError(error) })
  }
  return viewOrder(orderId)
}
