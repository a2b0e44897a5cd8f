import 'server-only'
import { type AskedPayment, askMidtrans } from './ask-midtrans'
import { endByShop } from './end-by-shop'
import { endedStatuses } from './payment-states'

/**
 * Gives up an attempt whose transaction is not what was asked for: another amount, as with Midtrans's
 * "automatic fee imposition", another currency, another merchant. Nobody may pay it, so it is cancelled
 * at Midtrans first; the attempt stays marked for a person. Returns whether that is settled.
 */
export async function abandon(payment: AskedPayment): Promise<boolean> {
  const cancelled = await askMidtrans(payment, 'cancel')
  const isOver =
    cancelled.ok ||
    cancelled.error.code === 'not_found' ||
    (cancelled.error.code === 'illegal_state' && (await hasEnded(payment)))
  if (isOver) await endByShop(payment, 'failure', 'unreadable_answer')
  return isOver
}

/** Past pending may also mean paid: then it stays as it is, for a person to see to. */
async function hasEnded(payment: AskedPayment): Promise<boolean> {
  const asked = await askMidtrans(payment, 'status')
  return asked.ok && endedStatuses.some((status) => status === asked.value.transaction_status)
}
