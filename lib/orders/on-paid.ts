import 'server-only'
import { log } from '@/lib/log'
import type { Order, Payment } from '@/prisma/generated/client'
import { idsOf } from './attempt-ids'

/**
 * Runs for every order that has become paid, with the payment that paid it: the place for the receipt
 * e-mail, the ERP, the kitchen printer. The worker calls it at least once, and again when it throws or the
 * process dies before it returns; hand the order id to whatever you call, as its idempotency key.
 */
export async function onOrderPaid(order: Order, payment: Payment): Promise<void> {
  log('info', 'order.paid', {
    ...idsOf(payment),
    grossAmount: order.grossAmount,
    paidLate: order.paidLate,
  })
}
