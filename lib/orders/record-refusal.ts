import 'server-only'
import { db } from '@/lib/db'
import { log } from '@/lib/log'

/** What somebody wanted of an attempt and did not get. */
export type Refusal = {
  orderId: string
  midtransOrderId: string
  wanted: 'refund' | 'cancel' | 'replay'
  /** In a word; the same that the caller is told. */
  code: string
  /** What was asked for. */
  request?: object
}

/** Puts on record that something was asked for and refused. Nothing else is changed by it. */
export async function recordRefusal(refusal: Refusal): Promise<void> {
  const { orderId, midtransOrderId, wanted, code, request = {} } = refusal
  log('warn', 'request.refused', { orderId, wanted, code })
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
