import 'server-only'
import { db } from '@/lib/db'
import { describeError, log } from '@/lib/log'
import { openStatuses } from './payment-states'

/**
 * Lets the worker look at an order's open attempts at once: because the order is paid and they must not
 * be paid as well, or because Midtrans did not answer. Never throws: their own next check comes anyway.
 */
export async function hastenOpenAttempts(orderId: string): Promise<void> {
  try {
    await db().$executeRaw`
      UPDATE payment SET next_check_at = now()
      WHERE order_id = ${orderId} AND status = ANY(${openStatuses}::payment_status[])`
  } catch (error) {
    log('warn', 'payment.not_hastened', { orderId, error: describeError(error) })
  }
}
