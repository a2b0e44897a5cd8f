import 'server-only'
import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'
import { abandon } from './abandon'
import { askMidtrans } from './ask-midtrans'
import { endByShop } from './end-by-shop'
import { type Lease, releaseLease } from './lease'
import { obtainCharge } from './obtain-charge'
import { openStatuses, paidStatuses } from './payment-states'
import { PAYMENT_MINUTES } from './schedule'
import { withdraw } from './withdraw'

const withOrder = {
  order: { select: { currentAttempt: true, paidPaymentId: true } },
} satisfies Prisma.PaymentInclude
type PaymentWithOrder = Prisma.PaymentGetPayload<{ include: typeof withOrder }>

/** Does whatever a leased payment needs now, sets the time of its next check, and gives it back. */
export async function checkPayment(lease: Lease): Promise<void> {
  const payment = await db().payment.findUniqueOrThrow({
    where: { id: lease.paymentId },
    include: withOrder,
  })
  await releaseLease(lease, await bringUpToDate(payment, lease))
}

/** Returns whether Midtrans answered. */
async function bringUpToDate(payment: PaymentWithOrder, lease: Lease): Promise<boolean> {
  const isOpen = openStatuses.includes(payment.status)
  if (isOpen && isSuperseded(payment)) return withdraw(payment, lease)
  // What is authorized needs no code any more, and its charge would only tell what it was before.
  const needsCode = isOpen && payment.status !== 'authorize'
  if (needsCode && payment.chargeResponse === null) return obtainCharge(lease)

  const asked = await askMidtrans(payment, 'status', lease)
  if (!asked.ok && asked.error.code !== 'not_found') return false
  // Paid here on a signed word; when Get Status lags behind there is nothing to undo.
  if (paidStatuses.includes(payment.status)) return true
  const isOpenThere = asked.ok && openStatuses.some((s) => s === asked.value.transaction_status)
  // Given up here, open there: nobody may pay it any more.
  if (!isOpen) return !isOpenThere || (await askMidtrans(payment, 'cancel', lease)).ok
  if (!(await isOverdue(payment.id))) return true
  if (!asked.ok) {
    // The account or the environment was changed: there is nothing left that could be paid.
    await endByShop(payment, 'failure', 'not_found')
    return true
  }
  // It is over there, in words that contradict the order: without an end here it would hold its goods for ever.
  if (asked.applied.verdict === 'marked') {
    return abandon(payment, asked.value.transaction_status, lease)
  }
  if (!isOpenThere) return true
  // Midtrans expires in batches, sometimes late; a code that is past its time must not be paid.
  return (await askMidtrans(payment, 'expire', lease)).ok
}

/** A newer attempt has taken its place, or the order is paid by another one. */
function isSuperseded({ id, attempt, order }: PaymentWithOrder): boolean {
  return order.paidPaymentId !== null ? order.paidPaymentId !== id : attempt < order.currentAttempt
}

/** A payment whose charge answer was lost, and of which no news names an end, ends when it was to end. */
async function isOverdue(paymentId: string): Promise<boolean> {
  const [row] = await db().$queryRaw<{ overdue: boolean }[]>`
    SELECT COALESCE(expires_at, created_at + make_interval(mins => ${PAYMENT_MINUTES}::int)) <= now()
      AS overdue FROM payment WHERE id = ${paymentId}::uuid`
  return row?.overdue ?? false
}
