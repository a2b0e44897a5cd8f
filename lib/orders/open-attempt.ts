import 'server-only'
import { db } from '@/lib/db'
import type { OrderStatus, Payment } from '@/prisma/generated/client'
import { insertPayment } from './insert-payment'
import type { Lease } from './lease'
import { retryConflicts } from './retry-conflicts'
import { findShortage, lockProducts, takeStock } from './take-stock'

export type OpenedAttempt =
  | { ok: true; lease: Lease }
  /** `superseded`: another request has opened one, or the order has been paid. */
  | { ok: false; code: 'superseded' | 'sold_out' }

type LockedOrder = {
  status: OrderStatus
  currentAttempt: number
  holdsStock: boolean
  grossAmount: number
  paidPaymentId: string | null
}

/**
 * Opens the attempt that follows `last`, with its stock, in one transaction, if the order still has the
 * status that the caller saw. It is not charged yet; its lease belongs to the caller. Two callers get
 * one attempt between them.
 */
export function openAttempt(
  last: Pick<Payment, 'orderId' | 'attempt' | 'method'>,
  expected: OrderStatus,
): Promise<OpenedAttempt> {
  const { orderId, method } = last
  return retryConflicts(() =>
    db().$transaction(async (tx): Promise<OpenedAttempt> => {
      const [order] = await tx.$queryRaw<LockedOrder[]>`
        SELECT status::text, current_attempt AS "currentAttempt", holds_stock AS "holdsStock",
          gross_amount AS "grossAmount", paid_payment_id AS "paidPaymentId"
        FROM orders WHERE id = ${orderId} FOR NO KEY UPDATE`
      const isAsExpected = order?.status === expected && order.currentAttempt === last.attempt
      if (!isAsExpected || order.paidPaymentId) {
        return { ok: false, code: 'superseded' }
      }
      if (!order.holdsStock) {
        const items = await tx.orderItem.findMany({ where: { orderId } })
        if (findShortage(items, await lockProducts(tx, items))) {
          return { ok: false, code: 'sold_out' }
        }
        await takeStock(tx, items)
      }
      const attempt = last.attempt + 1
      const { grossAmount } = order
      const lease = await insertPayment(tx, { orderId, attempt, method, grossAmount })
      await tx.order.update({
        where: { id: orderId },
        data: { status: 'pending', currentAttempt: attempt, holdsStock: true },
      })
      return { ok: true, lease }
    }),
  )
}
