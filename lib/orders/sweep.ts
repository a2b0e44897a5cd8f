import 'server-only'
import { db } from '@/lib/db'
import { describeError, log } from '@/lib/log'
import { inRequest, nameRequest } from '@/lib/request-id'
import { Prisma } from '@/prisma/generated/client'
import { type AttemptIds, idsOf } from './attempt-ids'
import { checkPayment } from './check-payment'
import { leaseDuePayments } from './lease'
import { onOrderPaid } from './on-paid'
import { delay } from './schedule'
import { claimDueRefunds, resendRefund } from './send-refund'

/** How many rows of each kind one process works on at once; the rest waits, or others take it. */
export const BATCH = 8

/**
 * Takes up what is due, at most `limit` rows of each kind: payments are checked, orders that became paid
 * run their hook, refunds without an answer are asked for again. Returns the work once it has begun, one
 * promise for each row. None rejects: a row that fails is logged and comes again after its lease.
 */
export async function takeUpWork(limit: number): Promise<Promise<void>[]> {
  const payments = await leaseDuePayments(limit)
  const claims = await claimPaidHooks(limit)
  const refunds = await claimDueRefunds(limit)
  return [
    ...payments.map((lease) =>
      attempt('sweep.check_failed', idsOf(lease), () => checkPayment(lease)),
    ),
    ...claims.map((claim) => attempt('sweep.hook_failed', idsOf(claim), () => runPaidHook(claim))),
    ...refunds.map((refund) =>
      attempt('sweep.refund_failed', idsOf(refund.payment), () => resendRefund(refund)),
    ),
  ]
}

/** One round: takes up what is due and sees it through. Returns how many rows that were. */
export async function sweep(): Promise<number> {
  const work = await takeUpWork(BATCH)
  await Promise.all(work)
  return work.length
}

/** The right to run an order's hook, until another process finds it due again. */
type HookClaim = AttemptIds & { dueAt: Date }

function claimPaidHooks(limit: number): Promise<HookClaim[]> {
  return db().$queryRaw`
    WITH due AS MATERIALIZED (
      SELECT id, paid_payment_id FROM orders WHERE paid_hook_due_at <= now()
      ORDER BY paid_hook_due_at LIMIT ${limit}::int FOR UPDATE SKIP LOCKED
    )
    UPDATE orders SET paid_hook_due_at = ${afterLease()}
    FROM due JOIN payment ON payment.id = due.paid_payment_id
    WHERE orders.id = due.id
    RETURNING orders.id AS "orderId", payment.id AS "paymentId", attempt,
      paid_hook_due_at AS "dueAt"`
}

async function runPaidHook({ orderId, paymentId, dueAt }: HookClaim): Promise<void> {
  // On a machine that was asleep or starved the claim may be somebody else's by now.
  const isOurs = await db().$executeRaw`
    UPDATE orders SET paid_hook_due_at = ${afterLease()}
    WHERE id = ${orderId} AND paid_hook_due_at = ${dueAt}::timestamptz`
  if (!isOurs) return
  const payment = await db().payment.findUniqueOrThrow({
    where: { id: paymentId },
    include: { order: true },
  })
  await onOrderPaid(payment.order, payment)
  await db().$executeRaw`
    UPDATE orders SET paid_hook_due_at = NULL, paid_hook_done_at = now() WHERE id = ${orderId}`
}

function afterLease(): Prisma.Sql {
  return Prisma.sql`now() + make_interval(secs => ${delay('lease')}::float8)`
}

function attempt(event: string, ids: AttemptIds, work: () => Promise<void>): Promise<void> {
  return inRequest(nameRequest(undefined), () =>
    work().catch((error: unknown) => log('error', event, { ...ids, error: describeError(error) })),
  )
}
