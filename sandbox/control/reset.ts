import type { Sandbox } from '../sandbox'
import { listDeliveriesOf } from '../store/deliveries'
import { listByOrder } from '../store/transactions'

/** Forgets everything but the merchants' settings. What is on the wire finds nothing to come back to. */
export function resetAll({ store, clock, faults }: Sandbox): void {
  store.clear()
  clock.reload()
  faults.reload()
}

/** Forgets one order id: its transactions, notifications, clock and the faults that name exactly it. */
export function resetOrder({ store, clock, faults }: Sandbox, orderId: string): void {
  store.write(() => {
    for (const { transactionId, sequence, merchantId, reference } of listByOrder(store, orderId)) {
      store.transactions.remove(transactionId)
      store.transactionsInOrder.remove(sequence)
      store.transactionsByOrder.remove([orderId, sequence])
      store.transactionsByOwner.remove([merchantId, orderId])
      store.transactionsByReference.remove(reference)
    }
    for (const { id } of listDeliveriesOf(store, orderId)) {
      store.deliveries.remove(id)
      store.deliveriesByOrder.remove([orderId, id])
    }
    store.offsets.remove(orderId)
    faults.clear(orderId)
  })
  clock.reload()
}
