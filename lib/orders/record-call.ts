import 'server-only'
import { db } from '@/lib/db'
import { type LogLevel, log } from '@/lib/log'
import type { MidtransError } from '@/lib/midtrans/result'
import { recordedBody } from './payment-fact'

type CalledPayment = { id: string; orderId: string; attempt: number; midtransOrderId: string }
type Call = 'charge' | 'status' | 'cancel' | 'expire'

/**
 * Puts a call to Midtrans on record before it is made, so that one without an answer is seen too. For
 * a charge it also notes when the first one went out: Midtrans honours its key from then on.
 */
export async function recordCall(
  payment: CalledPayment,
  call: Call,
  request: object = {},
): Promise<void> {
  const isCharge = call === 'charge'
  await db().$executeRaw`
    WITH charged AS (
      UPDATE payment SET charged_at = COALESCE(charged_at, now())
      WHERE id = ${payment.id}::uuid AND ${isCharge}::boolean
    )
    INSERT INTO payment_event (order_id, midtrans_order_id, source, kind, body)
    VALUES (${payment.orderId}, ${payment.midtransOrderId}, ${call}, 'call', ${recordedBody(request)})`
}

/** Puts an answer that is no transaction on record, and into the log. */
export async function recordError(
  payment: CalledPayment,
  call: Call,
  error: MidtransError,
  durationMs: number,
): Promise<void> {
  log(levelOf(call, error), error.effect === 'none' ? 'midtrans.refused' : 'midtrans.no_answer', {
    orderId: payment.orderId,
    paymentId: payment.id,
    attempt: payment.attempt,
    call,
    code: error.code,
    httpStatus: error.httpStatus,
    statusCode: error.statusCode,
    statusMessage: error.statusMessage,
    messages: error.messages,
  })
  await db().$executeRaw`
    INSERT INTO payment_event (order_id, midtrans_order_id, source, kind, body, duration_ms)
    VALUES (${payment.orderId}, ${payment.midtransOrderId}, ${call}, 'error', ${recordedBody(error)},
      ${durationMs}::int)`
}

/** A refused charge or key needs a developer; a gateway that is away passes; the rest is ordinary. */
function levelOf(call: Call, error: MidtransError): LogLevel {
  if (error.transient) return 'warn'
  return call === 'charge' || error.code === 'unauthorized' ? 'error' : 'info'
}
