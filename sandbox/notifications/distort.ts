import type { NotificationFault } from '../faults/fault'
import type { DeliveryState, Merchant, Transaction } from '../store/records'
import { notificationBody } from './body'

type Message = { contentType: string; body: string }
type Plan = Message & { copies: number; delayMs: number; state: DeliveryState }

const DEFAULT_DELAY_MS = 5_000
/** A notification held for `reverse` goes out in the end even if no later one overtakes it. */
const LONGEST_HOLD_MS = 60_000

/** What a notification fault makes of a message. */
export function distort(
  fault: NotificationFault,
  plain: Message,
  transaction: Transaction,
  merchant: Merchant,
): Plan {
  const plan: Plan = { ...plain, copies: 1, delayMs: 0, state: 'waiting' }
  switch (fault.fault) {
    case 'drop':
      return { ...plan, state: 'dropped' }
    case 'delay':
      return { ...plan, delayMs: fault.delay_ms ?? DEFAULT_DELAY_MS }
    case 'duplicate':
      return { ...plan, copies: fault.copies ?? 2 }
    case 'reverse':
      return { ...plan, state: 'held', delayMs: fault.delay_ms ?? LONGEST_HOLD_MS }
    case 'bad_signature':
      return {
        ...plan,
        body: JSON.stringify({ ...JSON.parse(plain.body), signature_key: '0'.repeat(128) }),
      }
    case 'wrong_amount': {
      // Signed over the wrong amount: only a comparison with the order can tell.
      const altered = { ...transaction, grossAmount: transaction.grossAmount + 1 }
      return { ...plan, body: JSON.stringify(notificationBody(altered, merchant)) }
    }
    case 'garbage':
      return { ...plan, body: plain.body.slice(0, plain.body.length / 2) }
    case 'content_type':
      return { ...plan, contentType: 'text/plain' }
  }
}
