import type { useTranslations } from 'next-intl'
import { formatRupiah } from '@/lib/money'
import type { OrderStatus } from '@/prisma/generated/enums'

export type StatusFacts = {
  status: OrderStatus
  /** Rupiah. */
  amount: number
  /** Rupiah given back so far. */
  refunded?: number
  /** Paid after the shop had given the order up. */
  paidLate?: boolean
  /** In words, such as `QRIS with DANA`. */
  paidWith?: string
  /** Pending, and Midtrans has not answered the charge: there is nothing to pay with yet. */
  isPreparing?: boolean
  /** Where an order can be paid again that did not go well: nowhere while something in it has sold out. */
  payAgain?: 'here' | 'elsewhere' | 'nowhere'
  /** What the wallet said on its way back. It picks words for a pending order, nothing else. */
  walletResult?: 'success' | 'failure'
}

type OrderWords = ReturnType<typeof useTranslations<'orders'>>

/** What happened, and what the shopper can do next. */
export function describeStatus(
  t: OrderWords,
  facts: StatusFacts,
): { happened: string; next: string } {
  const { status, paidWith: way } = facts
  const pending = status === 'pending' ? pendingWords(facts) : undefined
  if (pending) return { happened: t(`${pending}.happened`), next: t(`${pending}.next`) }
  const amount = formatRupiah(facts.amount)
  const refunded = formatRupiah(facts.refunded ?? 0)
  return {
    happened:
      status === 'paid' && way
        ? t('paidWith', { amount, way })
        : t(`status.${status}.happened`, { amount, refunded }),
    next: nextWords(t, facts),
  }
}

function nextWords(t: OrderWords, { status, paidLate, payAgain }: StatusFacts): string {
  if (status === 'paid' && paidLate) return t('paidLate')
  if (payAgain === 'nowhere') return ''
  return payAgain === 'elsewhere' ? t('payAgainElsewhere') : t(`status.${status}.next`)
}

/** Which words of its own a pending order has, if any. */
function pendingWords({ isPreparing, walletResult }: StatusFacts) {
  if (isPreparing) return 'preparing'
  if (walletResult === 'success') return 'walletSuccess'
  return walletResult === 'failure' ? 'walletFailure' : undefined
}
