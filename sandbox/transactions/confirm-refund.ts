import { announce } from '../notifications/announce'
import type { Sandbox } from '../sandbox'

/** How long the pretend bank takes to confirm a refund. */
export const CONFIRMATION_MS = 2_000

/**
 * The bank's confirmation of a refund: the second notification, the same as the first but for
 * `bank_confirmed_at` (docs.midtrans.com, refund transaction).
 */
export function confirmRefund(sandbox: Sandbox, transactionId: string, refundUuid: string): void {
  const { store, clock } = sandbox
  store.write(() => {
    const transaction = store.transactions.get(transactionId)
    const open = transaction?.refunds.find(
      ({ uuid, confirmedAt }) => uuid === refundUuid && !confirmedAt,
    )
    if (!transaction || !open) return
    const confirmedAt = clock.now(transaction.orderId)
    const refunds = transaction.refunds.map((each) =>
      each === open ? { ...each, confirmedAt } : each,
    )
    const confirmed = { ...transaction, refunds }
    store.transactions.put(transactionId, confirmed)
    announce(sandbox, confirmed)
  })
}
