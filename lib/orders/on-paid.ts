import 'server-only'
import { log } from '@/lib/log'
import type { Order } from '@/prisma/generated/client'

/**
 * Runs for every order that has become paid: the place for the receipt e-mail, the ERP, the kitchen
 * printer. The worker calls it at least once, and again when it throws or the process dies before it
 * returns; hand the order id to whatever you call, as its idempotency key.
 */
export async function onOrderPaid(order: Order): Promise<void> {
  log('info', 'order.paid', {
    orderId: order.id,
    grossAmount: order.grossAmount,
    paidLate: order.paidLate,
  })
}
