import 'server-only'
import { db } from '@/lib/db'
import { log } from '@/lib/log'
import { idsOf } from './attempt-ids'
import type { CalledPayment } from './record-call'

/** What somebody wanted of an attempt and did not get. */
export type Refusal = {
  wanted: 'refund' | 'cancel' | 'replay'
  /** In a word; the same that the caller is told. */
  code: string
  /** What was asked for. */
  request?: object
}

/** Puts on record that something was asked for and refused. Nothing else is changed by it. */
export async function recordRefusal(payment: CalledPayment, refusal: Refusal): Promise<void> {
  const { orderId, midtransOrderId } = payment
  const { wanted, code, request = {} } = refusal
  log('warn', 'request.refused', { ...idsOf(payment), wanted, code })
  await db().paymentEvent.create({
    data: {
      orderId,
      midtransOrderId,
      source: wanted,
      kind: 'refused',
      body: JSON.stringify(request),
      reason: code,
    },
  })
}
