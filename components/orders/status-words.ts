import type { StatusDrawing } from '@/components/orders/status-icon'
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
  /** What the wallet said on its way back. It picks words for a pending order, nothing else. */
  walletResult?: 'success' | 'failure'
}

type Look = { title: string; drawing: StatusDrawing; tone: 'waiting' | 'good' | 'calm' | 'bad' }

export const statusLooks: Record<OrderStatus, Look> = {
  pending: { title: 'Waiting for payment', drawing: 'clock', tone: 'waiting' },
  paid: { title: 'Paid', drawing: 'check', tone: 'good' },
  expired: { title: 'Expired', drawing: 'hourglass', tone: 'calm' },
  cancelled: { title: 'Cancelled', drawing: 'cross', tone: 'calm' },
  denied: { title: 'Declined', drawing: 'alert', tone: 'bad' },
  failed: { title: 'Failed', drawing: 'alert', tone: 'bad' },
  partially_refunded: { title: 'Partially refunded', drawing: 'back', tone: 'calm' },
  refunded: { title: 'Refunded', drawing: 'back', tone: 'calm' },
}

/** What happened, and what the shopper can do next. */
export function describeStatus(facts: StatusFacts): { happened: string; next: string } {
  const amount = formatRupiah(facts.amount)
  switch (facts.status) {
    case 'pending':
      return pendingWords(facts)
    case 'paid':
      return {
        happened: `Thank you. Your payment of ${amount}${facts.paidWith ? ` by ${facts.paidWith}` : ''} has arrived.`,
        next: facts.paidLate
          ? 'It came after the time to pay was over, and we have kept it. Should anything have sold out meanwhile, the shop will write to you.'
          : 'We are packing your things. Pick them up at the shop and show this page at the counter.',
      }
    case 'expired':
      return {
        happened: 'The time to pay is over. Nothing was charged.',
        next: 'Would you still like these things? Pay again, and the order keeps its number.',
      }
    case 'cancelled':
      return {
        happened: 'This order was cancelled. Nothing was charged.',
        next: 'Changed your mind? Pay again, and the order keeps its number.',
      }
    case 'denied':
      return {
        happened: 'The wallet or bank declined the payment. Nothing was charged.',
        next: 'Check the balance and the limit in your app, or pay again with another one.',
      }
    case 'failed':
      return {
        happened: 'The payment could not be made. Nothing was charged.',
        next: 'Pay again in a moment. If it fails once more, tell the shop your order number.',
      }
    case 'partially_refunded':
      return {
        happened: `${formatRupiah(facts.refunded ?? 0)} of your ${amount} goes back to you.`,
        next: 'It returns the way it came. GoPay is quick; a bank can take some working days.',
      }
    case 'refunded':
      return {
        happened: `All of your ${amount} goes back to you.`,
        next: 'It returns the way it came. GoPay is quick; a bank can take some working days.',
      }
  }
}

function pendingWords({ walletResult, isPreparing }: StatusFacts) {
  if (isPreparing) {
    return {
      happened: 'Your order is reserved for you, and nothing has been charged.',
      next: 'We are asking Midtrans for the code to pay. It appears here by itself.',
    }
  }
  if (walletResult === 'success') {
    return {
      happened: 'Your wallet reports success. We are waiting for Midtrans to confirm it.',
      next: 'This page changes by itself, usually within seconds. There is no need to pay twice.',
    }
  }
  if (walletResult === 'failure') {
    return {
      happened: 'Your wallet came back without paying.',
      next: 'You can try again, or pay by scanning the QR code with another app.',
    }
  }
  return {
    happened: 'Your order is reserved for you until the time to pay is over.',
    next: 'Pay with GoPay or scan the QR code. This page changes by itself when the payment arrives.',
  }
}
