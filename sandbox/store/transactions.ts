import type { Transaction } from './records'
import type { Store } from './store'

/** Keeps a transaction that is new, with its indexes. Call inside `store.write`. */
export function addTransaction(store: Store, draft: Omit<Transaction, 'sequence'>): Transaction {
  const transaction = { ...draft, sequence: store.nextNumber() }
  const { transactionId, sequence, orderId, merchantId, reference } = transaction
  store.transactionsInOrder.put(sequence, transactionId)
  store.transactionsByOrder.put([orderId, sequence], transactionId)
  store.transactionsByOwner.put([merchantId, orderId], transactionId)
  store.transactionsByReference.put(reference, transactionId)
  store.transactions.put(transactionId, transaction)
  return transaction
}

/** A merchant's transaction by transaction id or order id, as every Core API address takes either. */
export function findOwn(store: Store, merchantId: string, id: string): Transaction | undefined {
  if (!isPlausible(id)) return undefined
  const own = store.transactionsByOwner.get([merchantId, id])
  const transaction = store.transactions.get(own ?? id)
  return transaction?.merchantId === merchantId ? transaction : undefined
}

/** Any merchant's transaction by transaction id, or the latest with this order id. */
export function findAny(store: Store, id: string): Transaction | undefined {
  if (!isPlausible(id)) return undefined
  return store.transactions.get(id) ?? listByOrder(store, id)[0]
}

export function findByReference(store: Store, reference: string): Transaction | undefined {
  if (!isPlausible(reference)) return undefined
  const id = store.transactionsByReference.get(reference)
  return id === undefined ? undefined : store.transactions.get(id)
}

/** All transactions of one order id, newest first. */
export function listByOrder(store: Store, orderId: string): Transaction[] {
  if (!isPlausible(orderId)) return []
  const range = store.transactionsByOrder.getRange({
    start: [orderId, Number.MAX_SAFE_INTEGER],
    end: [orderId, 0],
    reverse: true,
  })
  return [...range].flatMap(({ value }) => store.transactions.get(value) ?? [])
}

export function listNewest(store: Store, limit: number): Transaction[] {
  return [...store.transactionsInOrder.getRange({ reverse: true, limit })].flatMap(
    ({ value }) => store.transactions.get(value) ?? [],
  )
}

/** LMDB refuses keys over about 2,000 bytes; no id that Midtrans would take comes near. */
function isPlausible(id: string): boolean {
  return id.length > 0 && id.length <= 100
}
