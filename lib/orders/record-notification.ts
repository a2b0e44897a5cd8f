import 'server-only'
import { env } from '@/lib/env'
import { describeError, log } from '@/lib/log'
import { readNotification } from '@/lib/midtrans/notification'
import { within } from '@/lib/within'
import { type AppliedFact, applyPaymentFact } from './apply-payment-fact'
import { digest } from './digest'
import { readMidtransOrderId } from './order-id'
import { readFact } from './payment-fact'

/**
 * Midtrans hangs up after 15 seconds (docs.midtrans.com, Best Practices to Handle Notification). With the
 * time that a body may take to arrive (the route's) this is less, so that it gets an answer.
 */
const STORE_MS = 9_000

/** Of this process: enough to see an attack in the log without letting strangers write rows. */
let refused = 0

export type RecordedNotification =
  | ({ ok: true } & AppliedFact)
  /** `not_stored`: the database did not answer in time. It may be stored all the same. */
  | { ok: false; error: 'not_json' | 'wrong_shape' | 'bad_signature' | 'not_stored' }

/**
 * Takes the body of an HTTP notification. When it returns `ok` the body is stored and its effect
 * committed; the sender may be told so. A body that Midtrans did not sign leaves a log line and no
 * row: strangers do not get to write.
 */
export async function recordNotification(body: string): Promise<RecordedNotification> {
  const read = readNotification(body, env().MIDTRANS_SERVER_KEY)
  if (!read.ok) {
    refused += 1
    const { error, orderId } = read
    const ids = orderId === undefined ? {} : readMidtransOrderId(orderId)
    log('warn', 'notification.refused', { ...ids, error, refusedSinceStart: refused })
    return { ok: false, error }
  }
  const fact = readFact('notification', read.notification, {
    merchantId: env().MIDTRANS_MERCHANT_ID,
  })
  try {
    const applying = applyPaymentFact({ ...fact, bodySha256: digest(body) })
    return { ok: true, ...(await within(STORE_MS, applying)) }
  } catch (error) {
    const ids = readMidtransOrderId(fact.midtransOrderId)
    log('error', 'notification.not_stored', { ...ids, error: describeError(error) })
    return { ok: false, error: 'not_stored' }
  }
}
