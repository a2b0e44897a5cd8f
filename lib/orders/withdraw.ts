import 'server-only'
import { askMidtrans } from './ask-midtrans'
import { endByShop } from './end-by-shop'
import type { Lease } from './lease'
import type { CalledPayment } from './record-call'

/**
 * Cancels an open attempt at Midtrans. When it cannot be cancelled any more, Get Status tells why:
 * usually because it has just been paid. Returns whether Midtrans gave a sure answer.
 */
export async function withdraw(payment: CalledPayment, lease?: Lease): Promise<boolean> {
  const cancelled = await askMidtrans(payment, 'cancel', lease)
  if (cancelled.ok) return true
  if (cancelled.error.code === 'not_found') {
    await endByShop(payment, 'cancel')
    return true
  }
  if (cancelled.error.code === 'illegal_state') {
    return (await askMidtrans(payment, 'status', lease)).ok
  }
  return false
}
