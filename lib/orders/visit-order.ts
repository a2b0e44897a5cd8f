import 'server-only'
import { describeError, log } from '@/lib/log'
import { checkPayment } from './check-payment'
import { type ClaimedPayment, claimIfDue, claimUnlessJustAsked } from './claim-payment'
import { type OrderView, viewOrder } from './order-view'

/**
 * Reads an order for a page. When it is overdue and nobody has asked Midtrans yet, this visit does,
 * so that the page does not show a payment that can no longer be made.
 */
export function visitOrder(orderId: string): Promise<OrderView | undefined> {
  return readUpToDate(orderId, (order) =>
    order.payment.expiresAt && order.payment.expiresAt <= order.now
      ? claimIfDue(order.payment.id)
      : undefined,
  )
}

/** The same for a shopper who comes back from the wallet: a pending order is asked about at once. */
export function visitAfterWallet(orderId: string): Promise<OrderView | undefined> {
  return readUpToDate(orderId, (order) => claimUnlessJustAsked(order.payment.id))
}

async function readUpToDate(
  orderId: string,
  claim: (order: OrderView) => Promise<ClaimedPayment | undefined> | undefined,
): Promise<OrderView | undefined> {
  const order = await viewOrder(orderId)
  if (order?.status !== 'pending') return order
  const claimed = await claim(order)
  if (!claimed) return order
  try {
    await checkPayment(claimed)
  } catch (error) {
    // The page can still be shown; the worker comes back to this payment after its lease.
    log('warn', 'order.visit_check_failed', { orderId, error: describeError(error) })
  }
  return viewOrder(orderId)
}
