import 'server-only'
import { db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import { delay } from './schedule'

/** A payment that this process may work on until the lease ends; the lease is its next check. */
export type ClaimedPayment = { id: string; leaseUntil: Date }

/**
 * Takes up to `limit` payments that are due, for one lease. Rows that another process is taking at
 * this moment are skipped, so any number of workers share the work.
 */
export function claimDuePayments(limit: number): Promise<ClaimedPayment[]> {
  return db().$queryRaw`
    UPDATE payment SET next_check_at = now() + make_interval(secs => ${delay('lease')}::float8)
    WHERE id IN (
      SELECT id FROM payment WHERE next_check_at <= now()
      ORDER BY next_check_at LIMIT ${limit}::int FOR UPDATE SKIP LOCKED
    )
    RETURNING id, next_check_at AS "leaseUntil"`
}

/** Takes one payment when it is due; undefined when it is not, or is being worked on. */
export async function claimIfDue(paymentId: string): Promise<ClaimedPayment | undefined> {
  const [claimed] = await db().$queryRaw<ClaimedPayment[]>`
    UPDATE payment SET next_check_at = now() + make_interval(secs => ${delay('lease')}::float8)
    WHERE id = ${paymentId}::uuid AND next_check_at <= now()
    RETURNING id, next_check_at AS "leaseUntil"`
  return claimed
}

/**
 * Takes one payment before it is due, because a shopper came back and wants to know. Hardly more than
 * once in ten seconds: Midtrans asks not to be polled more often (docs.midtrans.com, Technical FAQ).
 */
export async function claimUnlessJustAsked(paymentId: string): Promise<ClaimedPayment | undefined> {
  const [claimed] = await db().$queryRaw<ClaimedPayment[]>`
    UPDATE payment SET next_check_at = now() + make_interval(secs => ${delay('lease')}::float8)
    WHERE id = ${paymentId}::uuid
      -- Not when it was leased a moment ago: whoever has it is asking already.
      AND next_check_at NOT BETWEEN now() + make_interval(secs => ${delay('lease')}::float8 * 0.8)
        AND now() + make_interval(secs => ${delay('lease')}::float8 + 1)
      AND NOT EXISTS (
      SELECT FROM payment_event
      WHERE payment_event.order_id = payment.order_id AND kind = 'call'
        AND at > now() - interval '10 seconds' AND source <> 'charge'
    )
    RETURNING id, next_check_at AS "leaseUntil"`
  return claimed
}

/**
 * Gives a claimed payment back with the time of its next check: soon when Midtrans did not answer,
 * otherwise at the usual interval or just after its expiry, never again when it is decided. A payment
 * whose schedule changed meanwhile keeps the new one.
 */
export async function releasePayment(claimed: ClaimedPayment, answered: boolean): Promise<void> {
  // The longer it is past its time, the slower: nobody waits for it, and Midtrans need not be pressed.
  const retry = Prisma.sql`make_interval(secs => LEAST(${delay('nextCheck')}::float8, GREATEST(
    ${delay('retry')}::float8, COALESCE(extract(epoch FROM now() - expires_at)::float8, 0) / 4)))`
  await db().$executeRaw`
    UPDATE payment SET next_check_at = CASE
      WHEN NOT ${answered}::boolean THEN now() + ${retry}
      WHEN status IN ('created', 'pending', 'authorize') THEN LEAST(
        now() + make_interval(secs => ${delay('nextCheck')}::float8),
        GREATEST(
          expires_at + make_interval(secs => ${delay('afterExpiry')}::float8),
          now() + ${retry}
        )
      )
    END
    WHERE id = ${claimed.id}::uuid AND next_check_at = ${claimed.leaseUntil}::timestamptz`
}
