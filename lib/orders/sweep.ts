import 'server-only'
import { db } from '@/lib/db'
import { describeError, log } from '@/lib/log'
import { inRequest, nameRequest } from '@/lib/request-id'
import { checkPayment } from './check-payment'
import { leaseDuePayments } from './lease'
import { onOrderPaid } from './on-paid'
import { delay } from './schedule'
import { claimDueRefunds, resendRefund } from './send-refund'

/** How many rows one process works on at once; the rest waits for the next round, or for others. */
const BATCH = 8

/**
 * One round of the worker: payments that are due are checked, orders that became paid run their hook,
 * refunds without an answer are asked for again.
 * Returns how many rows it worked on. A row that fails is logged and comes again after its lease.
 */
export async function sweep(): Promise<number> {
  const payments = await leaseDuePayments(BATCH)
  const orders = await claimPaidHooks(BATCH)
  const refunds = await claimDueRefunds(BATCH)
  await Promise.all([
    ...payments.map((lease) =>
      attempt('sweep.check_failed', { paymentId: lease.paymentId }, () => checkPayment(lease)),
    ),
    ...orders.map(({ id }) => attempt('sweep.hook_failed', { orderId: id }, () => runPaidHook(id))),
    ...refunds.map((refund) =>
      attempt('sweep.refund_failed', { paymentId: refund.paymentId }, () => resendRefund(refund)),
    ),
  ])
  return payments.length + orders.length + refunds.length
}

function claimPaidHooks(limit: number): Promise<{ id: string }[]> {
  return db().$queryRaw`
    UPDATE orders SET paid_hook_due_at = now() + make_interval(secs => ${delay('lease')}::float8)
    WHERE id IN (
      SELECT id FROM orders WHERE paid_hook_due_at <= now()
      ORDER BY paid_hook_due_at LIMIT ${limit}::int FOR UPDATE SKIP LOCKED
    )
    RETURNING id`
}

async function runPaidHook(orderId: string): Promise<void> {
  const order = await db().order.findUniqueOrThrow({ where: { id: orderId } })
  await onOrderPaid(order)
  await db().$executeRaw`
    UPDATE orders SET paid_hook_due_at = NULL, paid_hook_done_at = now() WHERE id = ${orderId}`
}

async function attempt(
  event: string,
  ids: { paymentId?: string; orderId?: string },
  work: () => Promise<void>,
): Promise<void> {
  try {
    await inRequest(nameRequest(undefined), work)
  } catch (error) {
    log('error', event, { ...ids, error: describeError(error) })
  }
}
