import type { Transaction, TransactionStatus } from '../store/records'

const words: Record<TransactionStatus, string> = {
  pending: 'Waiting for payment',
  settlement: 'Already paid',
  partial_refund: 'Already paid',
  refund: 'Already paid',
  expire: 'Payment expired',
  cancel: 'Payment cancelled',
  deny: 'Payment denied',
}

/** What a transaction's state means to someone who wants to pay it. */
export function describeState({ status }: Transaction): { title: string; paid: boolean } {
  return { title: words[status], paid: words[status] === 'Already paid' }
}
