import 'server-only'
import { db } from '@/lib/db'
import { recordedBody } from './payment-fact'

type CalledPayment = { id: string; orderId: string; midtransOrderId: string }

/**
 * Puts a call to Midtrans on record before it is made, so that one without an answer is seen too. For
 * a charge it also notes when the first one went out: Midtrans honours its key from then on.
 */
export async function recordCall(
  payment: CalledPayment,
  source: 'charge' | 'status' | 'cancel' | 'expire',
  request: object = {},
): Promise<void> {
  const isCharge = source === 'charge'
  await db().$executeRaw`
    WITH charged AS (
      UPDATE payment SET charged_at = COALESCE(charged_at, now())
      WHERE id = ${payment.id}::uuid AND ${isCharge}::boolean
    )
    INSERT INTO payment_event (order_id, midtrans_order_id, source, kind, body)
    VALUES (${payment.orderId}, ${payment.midtransOrderId}, ${source}, 'call', ${recordedBody(request)})`
}
