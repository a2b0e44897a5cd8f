import 'server-only'
import { type AskedPayment, askMidtrans } from './ask-midtrans'
import { endByShop } from './end-by-shop'

/**
 * Cancels an open attempt at Midtrans. When it cannot be cancelled any more, Get Status tells why:
 * usually because it has just been paid. Returns whether Midtrans gave a sure answer.
 */
export async function withdraw(payment: AskedPayment): Promise<boolean> {
  const cancelled = await askMidtrans(payment, 'cancel')
  if (cancelled.ok) return true
  if (cancelled.error.code === 'not_found') {
    await endByShop(payment, 'cancel')
    return true
  }
  if (cancelled.error.code === 'illegal_state') return (await askMidtrans(payment, 'status')).ok
  return false
}
