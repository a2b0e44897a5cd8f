import 'server-only'
import { env } from '@/lib/env'
import { throughGateway } from '@/lib/gateway'
import type { MidtransClient } from '@/lib/midtrans/client'
import { type MidtransError, type MidtransResult, notSent } from '@/lib/midtrans/result'
import type { Transaction } from '@/lib/midtrans/transaction'
import { type AppliedFact, applyPaymentFact } from './apply-payment-fact'
import type { Lease } from './lease'
import { type PaymentFact, readFact } from './payment-fact'
import { type Call, type CalledPayment, recordCall, recordError } from './record-call'

/** Midtrans's answer about one attempt, and what became of it here; or the error of a call without one. */
export type Called =
  | { ok: true; value: Transaction; applied: AppliedFact }
  | { ok: false; error: MidtransError }

type Work = {
  call: Call
  send(client: MidtransClient): Promise<MidtransResult<Transaction>>
  /** What is sent, for the record. */
  request?: object
  /** The lease under which the caller works, when it has one. */
  lease: Lease | undefined
  /** Runs between an answer and its application: what the shop knows better than that answer. */
  complete?(): Promise<Pick<PaymentFact, 'refunded'>>
}

/**
 * Makes one call to Midtrans about an attempt: on record before it is sent, its answer applied before
 * this returns. `not_sent` when Midtrans is away, and when recordCall held it back; then there is
 * nothing on record either. Throws when the database cannot be reached.
 */
export async function callMidtrans(payment: CalledPayment, work: Work): Promise<Called> {
  const { call, request, lease } = work
  let started = 0
  const answer = await throughGateway(async (client) => {
    const isOnRecord = await recordCall(payment, call, { request, lease })
    if (!isOnRecord) return { ok: false as const, error: notSent }
    started = Date.now()
    return work.send(client)
  })
  const durationMs = Date.now() - started
  if (answer.ok) {
    const fact = readFact(call, answer.value, {
      merchantId: env().MIDTRANS_MERCHANT_ID,
      midtransOrderId: payment.midtransOrderId,
    })
    const completed = { ...fact, ...(await work.complete?.()), durationMs }
    return { ...answer, applied: await applyPaymentFact(completed) }
  }
  if (answer.error.code !== 'not_sent') {
    await recordError(payment, call, answer.error, durationMs)
  }
  return answer
}
