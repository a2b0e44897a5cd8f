import 'server-only'
import { db } from '@/lib/db'
import { type LogLevel, log } from '@/lib/log'
import type { MidtransError } from '@/lib/midtrans/result'
import { idsOf } from './attempt-ids'
import type { Lease } from './lease'
import { recordedBody } from './payment-fact'
import { openStatuses } from './payment-states'
import { delay } from './schedule'

export type CalledPayment = {
  id: string
  orderId: string
  attempt: number
  midtransOrderId: string
}
export type Call = 'charge' | 'status' | 'cancel' | 'expire' | 'refund'

/**
 * Puts a call to Midtrans on record before it is made, so that one without an answer is seen too. For
 * a charge it also notes when the first one went out: Midtrans honours its key from then on.
 *
 * Returns false, and leaves nothing, when the call must not be made: the lease is somebody else's now,
 * the payment to be charged is over, or its status was asked within the pause that Midtrans wants. The
 * row itself decides, so this holds for any number of processes. A lease that still holds is renewed.
 */
export async function recordCall(
  payment: CalledPayment,
  call: Call,
  { request = {}, lease }: { request: object | undefined; lease: Lease | undefined },
): Promise<boolean> {
  const leasedBy = lease?.leasedBy ?? null
  const recorded = await db().$executeRaw`
    WITH allowed AS (
      UPDATE payment SET
        charged_at = CASE WHEN ${call === 'charge'}::boolean
          THEN COALESCE(charged_at, now()) ELSE charged_at END,
        asked_at = CASE WHEN ${call === 'status'}::boolean THEN now() ELSE asked_at END,
        leased_until = CASE WHEN leased_by = ${leasedBy}::uuid
          THEN now() + make_interval(secs => ${delay('lease')}::float8) ELSE leased_until END
      WHERE id = ${payment.id}::uuid
        AND (${leasedBy}::uuid IS NULL OR leased_by = ${leasedBy}::uuid)
        AND (${call !== 'charge'}::boolean OR status = ANY(${openStatuses}::payment_status[]))
        AND (${call !== 'status'}::boolean OR COALESCE(
          asked_at <= now() - make_interval(secs => ${delay('statusPause')}::float8), true))
      RETURNING order_id, midtrans_order_id
    )
    INSERT INTO payment_event (order_id, midtrans_order_id, source, kind, body)
    SELECT order_id, midtrans_order_id, ${call}, 'call', ${recordedBody(request)} FROM allowed`
  return recorded === 1
}

/** Puts an answer that is no transaction on record, and into the log. */
export async function recordError(
  payment: CalledPayment,
  call: Call,
  error: MidtransError,
  durationMs: number,
): Promise<void> {
  log(levelOf(call, error), error.effect === 'none' ? 'midtrans.refused' : 'midtrans.no_answer', {
    ...idsOf(payment),
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
