import type { TransactionStatus } from '../store/records'

/**
 * docs.midtrans.com, transaction status cycle, as far as it concerns wallets and bank transfers. `authorize`
 * and `capture` are for pre-authorised gopay charges alone.
 */
const legalMoves: Record<TransactionStatus, readonly TransactionStatus[]> = {
  pending: ['authorize', 'settlement', 'expire', 'cancel', 'deny'],
  authorize: ['capture', 'expire', 'cancel'],
  capture: ['settlement', 'cancel', 'refund'],
  settlement: ['partial_refund', 'refund'],
  partial_refund: ['partial_refund', 'refund'],
  expire: [],
  cancel: [],
  deny: [],
  refund: [],
}

export function canMove(from: TransactionStatus, to: TransactionStatus): boolean {
  return legalMoves[from].includes(to)
}

/** The status_code that Get Status gives a transaction in this state. It mirrors the state. */
export const statusCodes: Record<TransactionStatus, string> = {
  pending: '201',
  authorize: '200',
  capture: '200',
  settlement: '200',
  partial_refund: '200',
  refund: '200',
  expire: '407',
  cancel: '200',
  deny: '202',
}

/** A notification writes expire and cancel as 202, where Get Status has 407 and 200 (recorded 2020 to 2024). */
export const notificationCodes: Record<TransactionStatus, string> = {
  ...statusCodes,
  expire: '202',
  cancel: '202',
}
