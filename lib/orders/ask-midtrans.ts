import 'server-only'
import { env } from '@/lib/env'
import { midtrans } from '@/lib/gateway'
import type { MidtransResult } from '@/lib/midtrans/result'
import type { Transaction } from '@/lib/midtrans/transaction'
import { type AppliedFact, applyPaymentFact } from './apply-payment-fact'
import { readFact } from './payment-fact'
import { recordCall, recordError } from './record-call'

export type AskedPayment = {
  id: string
  orderId: string
  attempt: number
  midtransOrderId: string
}
type Question = 'status' | 'cancel' | 'expire'

/** Midtrans's answer about one attempt, and what became of it here. */
export type Asked = MidtransResult<Transaction> & { applied?: AppliedFact }

const calls = {
  status: (id: string) => midtrans().getStatus(id),
  cancel: (id: string) => midtrans().cancel(id),
  expire: (id: string) => midtrans().expire(id),
} satisfies Record<Question, (id: string) => Promise<MidtransResult<Transaction>>>

/** Asks Midtrans to tell, cancel or expire one attempt, and applies what it answers. */
export async function askMidtrans(payment: AskedPayment, question: Question): Promise<Asked> {
  await recordCall(payment, question)
  const started = Date.now()
  const answer = await calls[question](payment.midtransOrderId)
  const durationMs = Date.now() - started
  if (answer.ok) {
    const fact = readFact(question, answer.value, {
      merchantId: env().MIDTRANS_MERCHANT_ID,
      midtransOrderId: payment.midtransOrderId,
    })
    return { ...answer, applied: await applyPaymentFact({ ...fact, durationMs }) }
  }
  await recordError(payment, question, answer.error, durationMs)
  return answer
}
