import 'server-only'
import { db } from '@/lib/db'
import type { Payment } from '@/prisma/generated/client'
import { type ClaimedRefund, claimRefund, type RefundWish } from './claim-refund'
import { findPayment } from './find-payment'
import { paidStatuses } from './payment-states'
import { recordRefusal } from './record-refusal'
import { sendRefund } from './send-refund'

export type RefundedPayment =
  | { ok: true; amount: number; left: number }
  | RefusedClaim
  /** `refused`: by Midtrans, and why. `no_answer`: the worker asks again, under the same key. */
  | { ok: false; code: 'refused' | 'no_answer'; why: string; amount: number }
  | { ok: false; code: 'not_found' }

/**
 * Gives an order's payment back, in full or in part: the attempt that is named, or else the one that paid
 * the order. The part is claimed on the payment's row before Midtrans is asked for it, and Midtrans's
 * answer goes through applyPaymentFact like everything else.
 */
export async function refundPayment(
  { orderId, attempt }: { orderId: string; attempt?: number | undefined },
  wish: RefundWish,
): Promise<RefundedPayment> {
  const payment = await findPayment(orderId, attempt)
  if (!payment) return { ok: false, code: 'not_found' }
  const claimed = await claimRefund(payment.id, wish)
  if (!claimed.ok) return recordRefused(payment, claimed, wish)
  const { amount, left } = claimed
  const refund = await db().refund.findUniqueOrThrow({
    where: { key: wish.refundKey },
    include: { payment: true },
  })
  const sent = await sendRefund(refund)
  return sent.ok ? { ok: true, amount, left } : { ...sent, amount }
}

type RefusedClaim = Extract<ClaimedRefund, { ok: false }>

/** Puts on record a wish that what is left, in rupiah, does not allow. Claims nothing, whatever is left by now. */
export function refuseRefund(
  payment: Payment,
  left: number,
  wish: RefundWish,
): Promise<RefusedClaim> {
  const nothing = paidStatuses.includes(payment.status) ? 'nothing_left' : 'not_paid'
  return recordRefused(
    payment,
    { ok: false, code: left > 0 ? 'more_than_left' : nothing, left },
    wish,
  )
}

async function recordRefused(
  payment: Payment,
  refused: RefusedClaim,
  { refundKey: refund_key, amount, reason }: RefundWish,
): Promise<RefusedClaim> {
  const request = { refund_key, amount, reason }
  await recordRefusal(payment, { wanted: 'refund', code: refused.code, request })
  return refused
}
