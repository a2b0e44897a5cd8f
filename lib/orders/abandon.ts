import 'server-only'
import { type AskedPayment, askMidtrans } from './ask-midtrans'
import { endByShop } from './end-by-shop'

/**
 * Gives up an attempt whose transaction is not what was asked for: another amount, as with Midtrans's
 * "automatic fee imposition", another currency, another merchant. Nobody may pay it, so it is cancelled
 * at Midtrans first; the attempt stays marked for a person. Returns whether that is settled.
 */
export async function abandon(payment: AskedPayment): Promise<boolean> {
  const cancelled = await askMidtrans(payment, 'cancel')
  const isOver = cancelled.ok || ['not_found', 'illegal_state'].includes(cancelled.error.code)
  if (isOver) await endByShop(payment, 'failure', 'unreadable_answer')
  return isOver
}
