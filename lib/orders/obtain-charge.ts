import 'server-only'
import { db } from '@/lib/db'
import { describeError, log } from '@/lib/log'
import { abandon } from './abandon'
import { askMidtrans } from './ask-midtrans'
import { idsOf } from './attempt-ids'
import { chargePayment } from './charge-payment'
import { endByShop } from './end-by-shop'
import { type Lease, releaseLease } from './lease'
import { openAttempt } from './open-attempt'
import { openStatuses } from './payment-states'
import { IDEMPOTENCY_KEY_SECONDS, PAYMENT_MINUTES } from './schedule'
import { withdraw } from './withdraw'

/**
 * Charges an attempt that this request has just stored. Never throws: what was stored stands, and the
 * worker takes over when the lease ends.
 */
export async function startCharge(lease: Lease): Promise<void> {
  try {
    await releaseLease(lease, await obtainCharge(lease))
  } catch (error) {
    log('error', 'charge.interrupted', { ...idsOf(lease), error: describeError(error) })
  }
}

/**
 * Gets the charge answer of a payment that has none yet, whatever happened before: never charged,
 * answer lost, process killed. Within five minutes of the first call the same key gives the same
 * answer; after that only Get Status can tell whether there is a transaction. Returns whether
 * Midtrans gave a sure answer.
 */
export async function obtainCharge(lease: Lease): Promise<boolean> {
  const { paymentId } = lease
  const age = await readAge(paymentId)
  const isForgotten = age.sincePlaced > PAYMENT_MINUTES * 60
  if (age.sinceCharge === null && isForgotten) return giveUp(paymentId)
  if (age.sinceCharge === null || age.sinceCharge < IDEMPOTENCY_KEY_SECONDS) {
    const error = await chargePayment(lease)
    if (!error || error.transient) return !error
    // 406: the key was forgotten, or never known, yet the order id is taken. There is a transaction. Any
    // other refusal leaves open what became of an earlier call.
    const isInDoubt = error.code === 'conflict' || age.sinceCharge !== null
    return isInDoubt ? resolveByStatus(lease, isForgotten) : true
  }
  return resolveByStatus(lease, isForgotten)
}

async function resolveByStatus(lease: Lease, isForgotten: boolean): Promise<boolean> {
  const { paymentId } = lease
  const payment = await db().payment.findUniqueOrThrow({ where: { id: paymentId } })
  const asked = await askMidtrans(payment, 'status', lease)
  if (asked.ok) {
    const isMarked = asked.applied.verdict === 'marked'
    return isMarked ? abandon(payment, asked.value.transaction_status, lease) : replaceIfOpen(lease)
  }
  if (asked.error.code !== 'not_found') return false
  if (isForgotten) return giveUp(paymentId)
  // Somebody who took the lease over meanwhile may have charged it.
  const { count } = await db().payment.updateMany({
    where: { id: paymentId, leasedBy: lease.leasedBy, chargeResponse: null },
    data: { chargedAt: null },
  })
  return count === 1 && !(await chargePayment(lease))?.transient
}

/** Nothing was charged, and nobody waits for it any more. */
async function giveUp(paymentId: string): Promise<true> {
  const payment = await db().payment.findUniqueOrThrow({ where: { id: paymentId } })
  await endByShop(payment, 'failure', 'timeout')
  return true
}

/**
 * Midtrans has a transaction whose QR code and deeplink were in the lost answer; Get Status does not
 * repeat them (docs.midtrans.com, Get Transaction Status). A new attempt takes its place, and the old
 * one is cancelled before anyone could pay it. When the one before it went the same way, the next would too:
 * then the order ends, and whether to try again is the shopper's to say. Returns whether Midtrans gave a sure
 * answer.
 */
async function replaceIfOpen(lease: Lease): Promise<boolean> {
  const payment = await db().payment.findUniqueOrThrow({ where: { id: lease.paymentId } })
  if (!openStatuses.includes(payment.status) || payment.chargeResponse !== null) return true
  const { orderId, attempt } = payment
  const lostBefore = await db().payment.count({
    where: { orderId, attempt: attempt - 1, chargedAt: { not: null }, chargeResponse: null },
  })
  const opened = lostBefore > 0 ? undefined : await openAttempt(payment, 'pending')
  if (opened?.ok) await startCharge(opened.lease)
  return withdraw(payment, lease)
}

type Age = {
  /** Seconds since the first charge call, null when there was none. */
  sinceCharge: number | null
  sincePlaced: number
}

async function readAge(paymentId: string): Promise<Age> {
  const [age] = await db().$queryRaw<Age[]>`
    SELECT extract(epoch FROM now() - charged_at)::float8 AS "sinceCharge",
      extract(epoch FROM now() - created_at)::float8 AS "sincePlaced"
    FROM payment WHERE id = ${paymentId}::uuid`
  if (!age) throw new Error(`no payment ${paymentId}`)
  return age
}
