import type { Sandbox } from '../sandbox'
import { listNewestDeliveries } from '../store/deliveries'
import type { Delivery, Transaction } from '../store/records'
import { listNewest } from '../store/transactions'

/** Pages show the newest only, however full the store is. */
const SHOWN = 30
const SEARCHED = 300

/** Sorts after every character that an order id can have. */
const LAST = '\uffff'

/** The keys of all order ids that start like this. */
function startingWith(start: string) {
  const key = (text: string): [string, number] => [text, 0]
  return { start: key(start), end: key(start + LAST), limit: SEARCHED }
}

/** The newest that wait for a payment, of all order ids or of those that start with `start`. */
export function listWaiting(sandbox: Sandbox, start: string): Transaction[] {
  const { store, clock } = sandbox
  const newest = start ? listTransactions(sandbox, start) : listNewest(store, SEARCHED)
  return newest.filter(
    ({ status, orderId, expiresAt }) => status === 'pending' && clock.now(orderId) < expiresAt,
  )
}

/** The newest transactions, of all order ids or of those that start with `start`. */
export function listTransactions({ store }: Sandbox, start: string): Transaction[] {
  if (!start) return listNewest(store, SHOWN)
  const range = store.transactionsByOrder.getRange(startingWith(start))
  return [...range]
    .sort((a, b) => b.key[1] - a.key[1])
    .slice(0, SHOWN)
    .flatMap(({ value }) => store.transactions.get(value) ?? [])
}

/** The newest notifications, of all order ids or of those that start with `start`. */
export function listDeliveries({ store }: Sandbox, start: string): Delivery[] {
  if (!start) return listNewestDeliveries(store, SHOWN)
  const keys = store.deliveriesByOrder.getKeys(startingWith(start))
  return [...keys]
    .sort((a, b) => b[1] - a[1])
    .slice(0, SHOWN)
    .flatMap(([, id]) => store.deliveries.get(id) ?? [])
}
