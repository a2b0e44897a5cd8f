import 'server-only'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { readNotification } from '@/lib/midtrans/notification'
import { type AppliedFact, applyPaymentFact } from './apply-payment-fact'
import { digest } from './digest'
import { readFact } from './payment-fact'

/** Of this process: enough to see an attack in the log without letting strangers write rows. */
let refused = 0

export type RecordedNotification =
  | ({ ok: true } & AppliedFact)
  | { ok: false; error: 'not_json' | 'wrong_shape' | 'bad_signature' }

/**
 * Takes the body of an HTTP notification. When it returns `ok` the body is stored and its effect
 * committed; the sender may be told so. A body that Midtrans did not sign leaves a log line and no
 * row: strangers do not get to write. Throws when the database cannot be reached.
 */
export async function recordNotification(body: string): Promise<RecordedNotification> {
  const read = readNotification(body, env().MIDTRANS_SERVER_KEY)
  if (!read.ok) {
    refused += 1
    const { error, orderId } = read
    log('warn', 'notification.refused', { error, orderId, refusedSinceStart: refused })
    return { ok: false, error: read.error }
  }
  const fact = readFact('notification', read.notification, {
    merchantId: env().MIDTRANS_MERCHANT_ID,
  })
  return { ok: true, ...(await applyPaymentFact({ ...fact, bodySha256: digest(body) })) }
}
