import type { Sandbox } from '../sandbox'
import { schedule } from '../schedule'
import { listDeliveriesOf } from '../store/deliveries'
import { listByOrder } from '../store/transactions'
import { sweep } from '../sweep'
import { CONFIRMATION_MS } from '../transactions/confirm-refund'
import { remindOfDeadline } from '../transactions/deadline'

/** Moves the clock of all, or of one order, forward; what becomes due by that happens before this resolves. */
export async function advance(
  sandbox: Sandbox,
  seconds: number,
  orderId: string | undefined,
): Promise<void> {
  sandbox.clock.advance(seconds * 1000, orderId)
  if (orderId) remindAgain(sandbox, orderId)
  await sweep(sandbox)
}

/** Reminders are kept by the common clock, so an order that jumps ahead of it needs earlier ones. */
function remindAgain(sandbox: Sandbox, orderId: string): void {
  const { store } = sandbox
  store.write(() => {
    for (const transaction of listByOrder(store, orderId)) {
      remindOfDeadline(sandbox, transaction)
      for (const { confirmedAt, createdAt, uuid } of transaction.refunds) {
        if (confirmedAt) continue
        const id = `${transaction.transactionId} ${uuid}`
        schedule(sandbox, orderId, createdAt + CONFIRMATION_MS, 'confirm-refund', id)
      }
    }
    for (const { id, nextTry } of listDeliveriesOf(store, orderId)) {
      if (nextTry !== null) schedule(sandbox, orderId, nextTry, 'deliver', String(id))
    }
  })
}
