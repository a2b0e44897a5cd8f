import type { Sandbox } from '../sandbox'
import { schedule } from '../schedule'
import type { Transaction, TransactionStatus } from '../store/records'

const MINUTE = 60 * 1000

/** docs.midtrans.com, gopay object: what a pre-authorised payment reserves is released after 15 minutes. */
export const AUTHORIZED_FOR = 15 * MINUTE

/**
 * docs.midtrans.com, transaction status cycle: a capture "will be successfully settled on the next day" if
 * nobody does anything about it.
 */
const SETTLES_AFTER = 24 * 60 * MINUTE

/** What a transaction becomes by itself, and when. Undefined when it stays as it is. */
export function deadlineOf({
  status,
  expiresAt,
  capturedAt,
}: Transaction): { at: number; to: TransactionStatus } | undefined {
  if (status === 'pending' || status === 'authorize') return { at: expiresAt, to: 'expire' }
  if (status === 'capture' && capturedAt !== undefined) {
    return { at: capturedAt + SETTLES_AFTER, to: 'settlement' }
  }
  return undefined
}

/** Keeps a reminder for when the transaction is to change by itself. Call inside `store.write`. */
export function remindOfDeadline(sandbox: Sandbox, transaction: Transaction): void {
  const deadline = deadlineOf(transaction)
  if (!deadline) return
  schedule(sandbox, transaction.orderId, deadline.at, 'deadline', transaction.transactionId)
}
