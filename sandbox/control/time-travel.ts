import type { Sandbox } from '../sandbox'
import { schedule } from '../schedule'
import { listDeliveriesOf } from '../store/deliveries'
import { listByOrder } from '../store/transactions'
import { sweep } from '../sweep'
import { CONFIRMATION_MS } from '../transactions/confirm-refund'

/** Moves the clock of all, or of one order, forward; what becomes due by that happens now. */
export function advance(sandbox: Sandbox, seconds: number, orderId: string | undefined): void {
  sandbox.clock.advance(seconds * 1000, orderId)
  if (orderId) remindAgain(sandbox, orderId)
  while (sweep(sandbox) > 0);
}

/** Reminders are kept by the common clock, so an order that jumps ahead of it needs earlier ones. */
function remindAgain(sandbox: Sandbox, orderId: string): void {
  const { store } = sandbox
  store.write(() => {
    for (const { status, transactionId, expiresAt, refunds } of listByOrder(store, orderId)) {
      if (status === 'pending') schedule(sandbox, orderId, expiresAt, 'expire', transactionId)
      for (const { confirmedAt, createdAt, uuid } of refunds) {
        if (!confirmedAt) {
          const at = createdAt + CONFIRMATION_MS
          schedule(sandbox, orderId, at, 'confirm-refund', `${transactionId} ${uuid}`)
        }
      }
    }
    for (const { id, nextTry } of listDeliveriesOf(store, orderId)) {
      if (nextTry !== null) schedule(sandbox, orderId, nextTry, 'deliver', String(id))
    }
  })
}
