import 'server-only'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { transactionSchema } from '@/lib/midtrans/transaction'
import { applyPaymentFact, type Verdict } from './apply-payment-fact'
import { findPayment } from './find-payment'
import { readFact } from './payment-fact'
import { recordRefusal } from './record-refusal'

export type Replayed =
  /** `reason` is the rule that decided, such as `pending after settlement`. */
  | { ok: true; verdict: Verdict; reason: string }
  | { ok: false; code: 'not_found' | 'no_notification' }

/**
 * Lets the shop decide on a stored notification once more: the one that is named, or the latest. Normally
 * nothing changes. Its signature was proved when it came and is not stored, so it goes straight to
 * applyPaymentFact, which puts this try on record like any other news.
 */
export async function replayNotification(
  orderId: string,
  eventId: bigint | undefined,
): Promise<Replayed> {
  const payment = await findPayment(orderId)
  if (!payment) return { ok: false, code: 'not_found' }
  const stored = await db().paymentEvent.findFirst({
    where: { orderId, source: 'notification', kind: 'fact', ...(eventId && { id: eventId }) },
    orderBy: { id: 'desc' },
  })
  const parsed = stored && transactionSchema.safeParse(JSON.parse(stored.body))
  if (!parsed?.success) {
    const code = 'no_notification'
    await recordRefusal(payment, {
      wanted: 'replay',
      code,
      request: { event: eventId?.toString() },
    })
    return { ok: false, code }
  }
  const fact = readFact('replay', parsed.data, { merchantId: env().MIDTRANS_MERCHANT_ID })
  const { verdict, reason = '' } = await applyPaymentFact(fact)
  return { ok: true, verdict, reason }
}
