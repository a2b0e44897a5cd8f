import 'server-only'
import { db } from '@/lib/db'
import type { PaymentStatus } from '@/prisma/generated/client'
import { type RefundSums, refundSums } from './refund-rows'
import { retryConflicts } from './retry-conflicts'
import { delay } from './schedule'

export type RefundWish = {
  /** The same key is the same refund, however often it is asked for. */
  refundKey: string
  /** Rupiah. Undefined: everything that is left. */
  amount: number | undefined
  reason: string
}

export type ClaimedRefund =
  | { ok: true; amount: number; left: number }
  | {
      ok: false
      code: 'not_paid' | 'nothing_left' | 'more_than_left' | 'asked_before'
      /** Rupiah that may still be given back. */
      left: number
    }

type Row = { status: PaymentStatus; grossAmount: number; refunded: number }

const refundable: PaymentStatus[] = ['capture', 'settlement', 'partial_refund']

/**
 * Takes a part of what may still be given back, before Midtrans is asked for it. The payment's own row is
 * locked first and the refunds are added up in a statement of its own, which then sees every earlier
 * claim: two at once never come to more than was paid. What Midtrans has not answered yet counts as given
 * back; a refund of the dashboard counts once Midtrans has told of it.
 */
export function claimRefund(paymentId: string, wish: RefundWish): Promise<ClaimedRefund> {
  return retryConflicts(() =>
    db().$transaction(async (tx): Promise<ClaimedRefund> => {
      const [payment] = await tx.$queryRaw<Row[]>`
        SELECT status::text, gross_amount AS "grossAmount", refunded
        FROM payment WHERE id = ${paymentId}::uuid FOR NO KEY UPDATE`
      const [sums] = await tx.$queryRaw<(RefundSums & { isKnown: boolean })[]>`
        SELECT ${refundSums}, COALESCE(bool_or(key = ${wish.refundKey}), false) AS "isKnown"
        FROM refund WHERE payment_id = ${paymentId}::uuid`
      if (!payment || !sums) throw new Error(`no payment ${paymentId}`)
      const left = leftOf(payment, sums)
      if (sums.isKnown) return { ok: false, code: 'asked_before', left }
      if (payment.status === 'refund') return { ok: false, code: 'nothing_left', left: 0 }
      if (!refundable.includes(payment.status)) return { ok: false, code: 'not_paid', left: 0 }
      if (left === 0) return { ok: false, code: 'nothing_left', left }
      const amount = wish.amount ?? left
      if (amount > left) return { ok: false, code: 'more_than_left', left }
      const claimed = await tx.$executeRaw`
        INSERT INTO refund (key, order_id, payment_id, amount, elsewhere, reason, due_at)
        SELECT ${wish.refundKey}, order_id, id, ${amount}::int,
          ${Math.max(0, payment.refunded - sums.made - sums.asked)}::int, ${wish.reason},
          now() + make_interval(secs => ${delay('lease')}::float8)
        FROM payment WHERE id = ${paymentId}::uuid
        ON CONFLICT (key) DO NOTHING`
      return claimed === 1
        ? { ok: true, amount, left: left - amount }
        : { ok: false, code: 'asked_before', left }
    }),
  )
}

/** `refunded` may not have heard yet of the latest refunds that were made. */
function leftOf({ grossAmount, refunded }: Row, { made, asked, elsewhere }: RefundSums): number {
  return Math.max(0, grossAmount - Math.max(refunded, made + elsewhere) - asked)
}

/** What is left of each of these payments, for a page: the claim itself decides. */
export async function readLeft(orderId: string): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<(Row & RefundSums & { id: string })[]>`
    SELECT payment.id, status::text, gross_amount AS "grossAmount", refunded, ${refundSums}
    FROM payment LEFT JOIN refund ON payment_id = payment.id
    WHERE payment.order_id = ${orderId} GROUP BY payment.id`
  return new Map(
    rows.map((row) => [row.id, refundable.includes(row.status) ? leftOf(row, row) : 0]),
  )
}
