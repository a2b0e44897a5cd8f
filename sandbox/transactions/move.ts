import { announce } from '../notifications/announce'
import type { Sandbox } from '../sandbox'
import type { Transaction, TransactionStatus } from '../store/records'
import { deadlineOf, remindOfDeadline } from './deadline'
import { canMove } from './machine'

/**
 * The only way a transaction changes its state: checks the machine, keeps the change and its notifications in
 * one write. Undefined when the machine forbids it. What a deadline has changed is changed first.
 */
export function move(
  sandbox: Sandbox,
  transactionId: string,
  to: TransactionStatus,
  change: Partial<Transaction> = {},
): Transaction | undefined {
  return sandbox.store.write(() => {
    const current = readCurrent(sandbox, transactionId)
    if (!current || !canMove(current.status, to)) return undefined
    return keep(sandbox, { ...current, ...change, status: to })
  })
}

/** The transaction as it is now: the sweep may not have come to a deadline that has just passed. */
export function readCurrent(sandbox: Sandbox, transactionId: string): Transaction | undefined {
  const transaction = sandbox.store.transactions.get(transactionId)
  const deadline = transaction && deadlineOf(transaction)
  if (!deadline || sandbox.clock.now(transaction.orderId) < deadline.at) return transaction
  const settled = deadline.to === 'settlement' && { settledAt: deadline.at }
  return sandbox.store.write(() =>
    keep(sandbox, { ...transaction, status: deadline.to, ...settled }),
  )
}

function keep(sandbox: Sandbox, transaction: Transaction): Transaction {
  sandbox.store.transactions.put(transaction.transactionId, transaction)
  remindOfDeadline(sandbox, transaction)
  announce(sandbox, transaction)
  return transaction
}
