import 'server-only'
import type { MidtransClient } from '@/lib/midtrans/client'
import type { MidtransResult } from '@/lib/midtrans/result'
import type { Transaction } from '@/lib/midtrans/transaction'
import { type Called, callMidtrans } from './call-midtrans'
import type { Lease } from './lease'
import type { CalledPayment } from './record-call'

type Question = 'status' | 'cancel' | 'expire'
type Ask = (client: MidtransClient, id: string) => Promise<MidtransResult<Transaction>>

const questions: Record<Question, Ask> = {
  status: (client, id) => client.getStatus(id),
  cancel: (client, id) => client.cancel(id),
  expire: (client, id) => client.expire(id),
}

/**
 * Asks Midtrans to tell, cancel or expire one attempt, and applies what it answers. The status of one
 * attempt is asked at most every ten seconds, whoever wants it: the rest is told `not_sent`.
 */
export function askMidtrans(
  payment: CalledPayment,
  question: Question,
  lease: Lease | undefined,
): Promise<Called> {
  return callMidtrans(payment, {
    call: question,
    send: (client) => questions[question](client, payment.midtransOrderId),
    lease,
  })
}
