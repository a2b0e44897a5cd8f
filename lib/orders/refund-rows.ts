import 'server-only'
import { db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'

/** What the refunds that this shop has asked for come to, in rupiah. */
export type RefundSums = {
  /** Surely made. */
  made: number
  /** Not answered yet. */
  asked: number
  /** Surely made by others, in Midtrans's dashboard. */
  elsewhere: number
}

/** The columns of RefundSums, for a statement that selects from `refund`. */
export const refundSums = Prisma.sql`
  COALESCE(sum(amount) FILTER (WHERE state = 'made'), 0)::int AS made,
  COALESCE(sum(amount) FILTER (WHERE state = 'asked'), 0)::int AS asked,
  COALESCE(max(elsewhere), 0)::int AS elsewhere`

/**
 * Refunds that Midtrans names are made, whatever its answer to a call was, and also while answers are still
 * under way: with the total that names them they would count twice. They stay due until those are here.
 */
export async function markRefundsMade(paymentId: string, keys: string[]): Promise<void> {
  if (keys.length === 0) return
  // Locked in one order: answers and notifications that come together all name the same refunds.
  await db().$executeRaw`
    UPDATE refund SET state = 'made', refusal = NULL WHERE key IN (
      SELECT key FROM refund
      WHERE payment_id = ${paymentId}::uuid AND key = ANY(${keys}) AND state <> 'made'
      ORDER BY key FOR UPDATE
    )`
}
