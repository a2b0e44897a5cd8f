import type { Transaction, TransactionStatus } from '../store/records'
import type { Messages } from './english'
import { issuers } from './issuers'

type Kind = 'open' | 'paid' | 'reserved' | 'over'

const kinds: Record<TransactionStatus, Kind> = {
  pending: 'open',
  authorize: 'reserved',
  capture: 'paid',
  settlement: 'paid',
  partial_refund: 'paid',
  refund: 'paid',
  expire: 'over',
  cancel: 'over',
  deny: 'over',
}

/** What a transaction's state means to someone who wants to pay it. */
export function describeState(
  transaction: Transaction,
  t: Messages,
): { kind: Kind; title: string; text: string } {
  const { status } = transaction
  const kind = kinds[status]
  const words = t.outcome
  switch (kind) {
    case 'open':
      return { kind, title: words.waiting, text: words.declinedText }
    case 'reserved':
      return { kind, title: words.reserved, text: words.reservedText }
    case 'paid':
      return { kind, title: words.alreadyPaid, text: describePayment(transaction, t) }
    case 'over': {
      const titles = { expire: words.expired, cancel: words.cancelled, deny: words.denied }
      return { kind, title: titles[status as keyof typeof titles], text: words.overText }
    }
  }
}

function describePayment(transaction: Transaction, { outcome }: Messages): string {
  const { issuer, transactionType, virtualAccount } = transaction
  if (virtualAccount) return outcome.paidByTransfer(virtualAccount.bank.toUpperCase())
  if (!issuer) return outcome.paidInApp
  const app = issuers.find(([name]) => name === issuer)?.[1] ?? issuer
  return outcome.paidWith(app, transactionType ?? '')
}
