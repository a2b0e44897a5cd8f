import 'server-only'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { transactionSchema } from '@/lib/midtrans/transaction'
import { applyPaymentFact, type Verdict } from './apply-payment-fact'
import { isOrderId } from './order-id'
import { readFact } from './payment-fact'

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
  if (!isOrderId(orderId)) return { ok: false, code: 'not_found' }
  if (!(await db().order.count({ where: { id: orderId } }))) return { ok: false, code: 'not_found' }
  const stored = await db().paymentEvent.findFirst({
    where: { orderId, source: 'notification', kind: 'fact', ...(eventId && { id: eventId }) },
    orderBy: { id: 'desc' },
  })
  const parsed = stored && transactionSchema.safeParse(JSON.parse(stored.body))
  if (!parsed?.success) return { ok: false, code: 'no_notification' }
  const fact = readFact('replay', parsed.data, { merchantId: env().MIDTRANS_MERCHANT_ID })
  const { verdict, reason = '' } = await applyPaymentFact(fact)
  return { ok: true, verdict, reason }
}
