import 'server-only'
import { db } from '@/lib/db'
import { describeError, log } from '@/lib/log'
import { inRequest, nameRequest } from '@/lib/request-id'
import { Prisma } from '@/prisma/generated/client'
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
  const hooks = await claimPaidHooks(BATCH)
  const refunds = await claimDueRefunds(BATCH)
  await Promise.all([
    ...payments.map((lease) =>
      attempt('sweep.check_failed', { paymentId: lease.paymentId }, () => checkPayment(lease)),
    ),
    ...hooks.map((claim) =>
      attempt('sweep.hook_failed', { orderId: claim.id }, () => runPaidHook(claim)),
    ),
    ...refunds.map((refund) =>
      attempt('sweep.refund_failed', { paymentId: refund.paymentId }, () => resendRefund(refund)),
    ),
  ])
  return payments.length + hooks.length + refunds.length
}

/** The right to run an order's hook, until another process finds it due again. */
type HookClaim = { id: string; dueAt: Date }

function claimPaidHooks(limit: number): Promise<HookClaim[]> {
  return db().$queryRaw`
    UPDATE orders SET paid_hook_due_at = ${afterLease()}
    WHERE id IN (
      SELECT id FROM orders WHERE paid_hook_due_at <= now()
      ORDER BY paid_hook_due_at LIMIT ${limit}::int FOR UPDATE SKIP LOCKED
    )
    RETURNING id, paid_hook_due_at AS "dueAt"`
}

async function runPaidHook({ id, dueAt }: HookClaim): Promise<void> {
  // On a machine that was asleep or starved the claim may be somebody else's by now.
  const isOurs = await db().$executeRaw`
    UPDATE orders SET paid_hook_due_at = ${afterLease()}
    WHERE id = ${id} AND paid_hook_due_at = ${dueAt}::timestamptz`
  if (!isOurs) return
  await onOrderPaid(await db().order.findUniqueOrThrow({ where: { id } }))
  await db().$executeRaw`
    UPDATE orders SET paid_hook_due_at = NULL, paid_hook_done_at = now() WHERE id = ${id}`
}

function afterLease(): Prisma.Sql {
  return Prisma.sql`now() + make_interval(secs => ${delay('lease')}::float8)`
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
