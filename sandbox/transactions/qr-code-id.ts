import type { Transaction } from '../store/records'
import type { Store } from '../store/store'

/**
 * A transaction's id as GoPay writes it: `A1`, the time in UTC, ten letters and digits, `ID`, as in
 * `A120240830074017NP16XMU4JTID`. Here the ten are the transaction's number, so that nothing has to be kept
 * to find it again.
 */
export function qrCodeId({ createdAt, sequence }: Transaction): string {
  const time = new Date(createdAt).toISOString().replace(/\D/g, '').slice(0, 14)
  return `A1${time}${sequence.toString(36).toUpperCase().padStart(10, '0')}ID`
}

/** The transaction that such an id belongs to. */
export function findByQrCodeId(store: Store, id: string): Transaction | undefined {
  const number = /^A1\d{14}([0-9A-Z]{10})ID$/.exec(id)?.[1]
  const known = number && store.transactionsInOrder.get(Number.parseInt(number, 36))
  const transaction = known ? store.transactions.get(known) : undefined
  return transaction && qrCodeId(transaction) === id ? transaction : undefined
}
