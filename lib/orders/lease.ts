import 'server-only'
import { db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import type { AttemptIds } from './attempt-ids'
import { openStatuses } from './payment-states'
import { delay } from './schedule'

/**
 * The right to work on one payment, alone, until the lease ends. Every call to Midtrans renews it, and
 * is not made when somebody else has taken it (record-call.ts).
 */
export type Lease = AttemptIds & {
  leasedBy: string
  /** What the schedule said when the lease was taken. */
  nextCheckAt: Date | null
}

const taken = Prisma.sql`order_id AS "orderId", payment.id AS "paymentId", attempt,
  leased_by AS "leasedBy", next_check_at AS "nextCheckAt"`

function seconds(name: Parameters<typeof delay>[0]): Prisma.Sql {
  return Prisma.sql`make_interval(secs => ${delay(name)}::float8)`
}

/** Nobody works on it, and Midtrans was not asked about it a moment ago. */
function isFree(): Prisma.Sql {
  return Prisma.sql`COALESCE(leased_until <= now(), true)
    AND COALESCE(asked_at <= now() - ${seconds('statusPause')}, true)`
}

/** A shopper may be waiting for its code, also when news of it came before its charge answer. */
const lacksCode = Prisma.sql`charge_response IS NULL AND status IN ('created', 'pending')`

/**
 * Takes up to `limit` payments that are due: first those without a charge answer, for which a shopper may be
 * waiting. Rows that another process is taking at this moment are skipped, so any number of workers share
 * the work.
 */
export function leaseDuePayments(limit: number): Promise<Lease[]> {
  return db().$queryRaw`
    WITH due AS MATERIALIZED (
      SELECT id FROM payment WHERE next_check_at <= now() AND ${isFree()}
      ORDER BY NOT (${lacksCode}), next_check_at LIMIT ${limit}::int FOR NO KEY UPDATE SKIP LOCKED
    )
    UPDATE payment SET leased_by = gen_random_uuid(), leased_until = now() + ${seconds('lease')}
    FROM due WHERE payment.id = due.id RETURNING ${taken}`
}

/** Takes one payment when it is due; undefined when it is not, or is being worked on. */
export function leaseIfDue(paymentId: string): Promise<Lease | undefined> {
  return leaseOne(paymentId, Prisma.sql`next_check_at <= now()`)
}

/** Takes one payment before it is due, for somebody who wants to know. Undefined as above. */
export function leaseNow(paymentId: string): Promise<Lease | undefined> {
  return leaseOne(paymentId, Prisma.sql`true`)
}

async function leaseOne(paymentId: string, condition: Prisma.Sql): Promise<Lease | undefined> {
  const [lease] = await db().$queryRaw<Lease[]>`
    UPDATE payment SET leased_by = gen_random_uuid(), leased_until = now() + ${seconds('lease')}
    WHERE id = ${paymentId}::uuid AND ${condition} AND ${isFree()}
    RETURNING ${taken}`
  return lease
}

/**
 * Gives a payment back with the time of its next check: soon when Midtrans did not answer, otherwise at
 * the usual interval or just after its expiry, never again when it is decided. A payment whose schedule
 * changed meanwhile keeps the new one. Without effect when the lease was lost.
 */
export async function releaseLease(lease: Lease, answered: boolean): Promise<void> {
  // In its first minute a charge has a shopper before it. Later: the longer it is past its time, the
  // slower, because nobody waits for it, and Midtrans need not be pressed.
  const retry = Prisma.sql`CASE
    WHEN ${lacksCode} AND created_at > now() - ${seconds('firstCheck')}
      THEN ${seconds('chargeRetry')}
    ELSE make_interval(secs => LEAST(${delay('nextCheck')}::float8, GREATEST(
      ${delay('retry')}::float8, COALESCE(extract(epoch FROM now() - expires_at)::float8, 0) / 4)))
  END`
  await db().$executeRaw`
    UPDATE payment SET leased_by = NULL, leased_until = NULL, next_check_at = CASE
      WHEN next_check_at IS DISTINCT FROM ${lease.nextCheckAt}::timestamptz THEN next_check_at
      WHEN next_check_at IS NULL THEN NULL
      WHEN NOT ${answered}::boolean THEN now() + ${retry}
      WHEN status = ANY(${openStatuses}::payment_status[]) THEN LEAST(
        now() + ${seconds('nextCheck')},
        GREATEST(expires_at + ${seconds('afterExpiry')}, now() + ${seconds('retry')}),
        -- Somebody asked before it was due: the check that was to come still comes.
        CASE WHEN next_check_at > now() + ${seconds('statusPause')} THEN next_check_at END
      )
    END
    WHERE id = ${lease.paymentId}::uuid AND leased_by = ${lease.leasedBy}::uuid`
}
