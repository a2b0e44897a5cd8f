import type { Delivery } from './records'
import type { Store } from './store'

/** Keeps a delivery that is new. Call inside `store.write`. */
export function addDelivery(store: Store, draft: Omit<Delivery, 'id'>): Delivery {
  const delivery = { ...draft, id: store.nextNumber() }
  store.deliveries.put(delivery.id, delivery)
  store.deliveriesByOrder.put([delivery.orderId, delivery.id], true)
  return delivery
}

export function listNewestDeliveries(store: Store, limit: number): Delivery[] {
  return [...store.deliveries.getRange({ reverse: true, limit })].map(({ value }) => value)
}

/** All deliveries of one order id, newest first. */
export function listDeliveriesOf(store: Store, orderId: string): Delivery[] {
  const keys = store.deliveriesByOrder.getKeys({
    start: [orderId, Number.MAX_SAFE_INTEGER],
    end: [orderId, 0],
    reverse: true,
  })
  return [...keys].flatMap(([, id]) => store.deliveries.get(id) ?? [])
}
