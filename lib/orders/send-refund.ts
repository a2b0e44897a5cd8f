import 'server-only'
import { db } from '@/lib/db'
import { log } from '@/lib/log'
import { refundKeysOf } from '@/lib/midtrans/refund-request'
import type { MidtransError } from '@/lib/midtrans/result'
import type { Payment, Refund } from '@/prisma/generated/client'
import { askMidtrans } from './ask-midtrans'
import { idsOf } from './attempt-ids'
import { callMidtrans } from './call-midtrans'
import { markRefundsMade, type RefundSums, refundSums } from './refund-rows'
import { delay } from './schedule'

/** For a claimed refund: `no_answer` means that it may have been made, and is asked for again. */
export type SentRefund = { ok: true } | { ok: false; code: 'refused' | 'no_answer'; why: string }

/**
 * Midtrans takes a key for the same refund for seven days (docs.midtrans.com, Refund Transaction). After
 * that the same call would be another refund.
 */
const KEY_SECONDS = 6 * 24 * 60 * 60

/** Asks Midtrans for a claimed refund. Repeating it is safe: the same key is the same refund. */
export async function sendRefund(refund: Refund & { payment: Payment }): Promise<SentRefund> {
  const { payment, key, amount, reason } = refund
  const request = { refund_key: key, amount, reason }
  const called = await callMidtrans(payment, {
    call: 'refund',
    send: (client) => client.refund(payment.midtransOrderId, request),
    request,
    lease: undefined,
    complete: async () => ({ refunded: await markMade(refund) }),
  })
  if (called.ok) return settle(refund)
  const { effect, transient, code } = called.error
  // 406: Midtrans knows the key.
  const isAnswer = code === 'conflict' || !(effect === 'unknown' || transient)
  return isAnswer ? confirm(refund, called.error) : { ok: false, code: 'no_answer', why: code }
}

/**
 * A refusal of this call says nothing of another one: an earlier one, or the worker's while this one was on
 * its way. When that arrived there may be nothing left to give back, and Midtrans refuses (412, 414) what it
 * has made itself. Get Status tells what became of it.
 */
async function confirm(
  refund: Refund & { payment: Payment },
  refusal: MidtransError,
): Promise<SentRefund> {
  const asked = await askMidtrans(refund.payment, 'status', undefined)
  if (asked.ok && refundKeysOf(asked.value).includes(refund.key)) {
    await markMade(refund)
    return settle(refund)
  }
  const isUnknown = !asked.ok && asked.error.code !== 'not_found'
  if (isUnknown) return { ok: false, code: 'no_answer', why: asked.error.code }
  if (refusal.code === 'conflict') return { ok: false, code: 'no_answer', why: 'not listed' }
  return endRefused(refund, refusal)
}

/**
 * What this shop has had given back, this refund included, and what surely went back elsewhere. A lower
 * bound: notifications and Get Status tell the total. The refund stays due until the payment has heard of
 * it as well.
 */
async function markMade({ key, paymentId }: Refund): Promise<number> {
  await markRefundsMade(paymentId, [key])
  const [sums] = await db().$queryRaw<RefundSums[]>`
    SELECT ${refundSums} FROM refund WHERE payment_id = ${paymentId}::uuid`
  return sums ? sums.made + sums.elsewhere : 0
}

/** Both the refund and its payment know now. */
async function settle({ key }: Refund): Promise<SentRefund> {
  await db().refund.update({ where: { key }, data: { dueAt: null } })
  return { ok: true }
}

async function endRefused(
  { key }: Refund,
  { code, statusMessage }: MidtransError,
): Promise<SentRefund> {
  const data = { state: 'refused', refusal: code, dueAt: null } as const
  await db().refund.updateMany({ where: { key, state: 'asked' }, data })
  return { ok: false, code: 'refused', why: statusMessage ?? code }
}

/** A refund that was asked for, without an answer yet. */
export type DueRefund = Refund & {
  payment: Payment
  /** The same key is surely still the same refund. */
  isKeyKept: boolean
}

/** Takes up to `limit` refunds whose answer is overdue, each for one process and one lease. */
export async function claimDueRefunds(limit: number): Promise<DueRefund[]> {
  const claimed = await db().$queryRaw<{ key: string; isKeyKept: boolean }[]>`
    UPDATE refund SET due_at = now() + make_interval(secs => ${delay('lease')}::float8)
    WHERE key IN (
      SELECT key FROM refund WHERE due_at <= now()
      ORDER BY due_at LIMIT ${limit}::int FOR UPDATE SKIP LOCKED
    )
    RETURNING key, asked_at > now() - make_interval(secs => ${KEY_SECONDS}::float8) AS "isKeyKept"`
  const isKept = new Map(claimed.map(({ key, isKeyKept }) => [key, isKeyKept]))
  const refunds = await db().refund.findMany({
    where: { key: { in: [...isKept.keys()] } },
    include: { payment: true },
  })
  return refunds.map((refund) => ({ ...refund, isKeyKept: isKept.get(refund.key) ?? false }))
}

/** Asks again for a refund whose answer was lost, as long as its key is surely the same refund. */
export async function resendRefund(refund: DueRefund): Promise<void> {
  if (!refund.isKeyKept) return leaveToPerson(refund)
  const sent = await sendRefund(refund)
  if (!sent.ok && sent.code === 'no_answer') await postpone(refund)
}

/** The longer there has been no answer, the later it is asked for again. */
async function postpone({ key }: Refund): Promise<void> {
  await db().$executeRaw`
    UPDATE refund SET due_at = now() + make_interval(secs => LEAST(${delay('nextCheck')}::float8,
      GREATEST(${delay('retry')}::float8, extract(epoch FROM now() - asked_at)::float8 / 4)))
    WHERE key = ${key} AND due_at IS NOT NULL`
}

async function leaveToPerson({ key, paymentId, payment }: DueRefund): Promise<void> {
  log('error', 'payment.needs_a_person', { ...idsOf(payment), mark: 'refund_unanswered' })
  await db().$transaction([
    db().refund.update({ where: { key }, data: { dueAt: null } }),
    db().payment.update({
      where: { id: paymentId },
      data: { attention: { push: 'refund_unanswered' } },
    }),
  ])
}
