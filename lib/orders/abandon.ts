import 'server-only'
import { askMidtrans } from './ask-midtrans'
import { endByShop } from './end-by-shop'
import type { Lease } from './lease'
import { endedStatuses } from './payment-states'
import type { CalledPayment } from './record-call'

/**
 * Gives up an attempt whose transaction is not what was asked for: another amount, as with Midtrans's
 * "automatic fee imposition", another currency, another merchant. Nobody may pay it, so it is cancelled
 * at Midtrans first; the attempt stays marked for a person. `told` is the status that the transaction
 * was said to have. Returns whether that is settled.
 */
export async function abandon(
  payment: CalledPayment,
  told: string,
  lease: Lease | undefined,
): Promise<boolean> {
  const cancelled = await askMidtrans(payment, 'cancel', lease)
  const isOver =
    cancelled.ok ||
    cancelled.error.code === 'not_found' ||
    (cancelled.error.code === 'illegal_state' && (await hasEnded(payment, told, lease)))
  if (isOver) await endByShop(payment, 'failure', 'unreadable_answer')
  return isOver
}

/** Past pending may also mean paid: then it stays as it is until a person has given the money back. */
async function hasEnded(
  payment: CalledPayment,
  told: string,
  lease: Lease | undefined,
): Promise<boolean> {
  const isEnd = (word: string) => [...endedStatuses, 'refund'].some((status) => status === word)
  if (isEnd(told)) return true
  const asked = await askMidtrans(payment, 'status', lease)
  return asked.ok && isEnd(asked.value.transaction_status)
}
