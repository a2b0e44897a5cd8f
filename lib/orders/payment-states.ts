import type { OrderStatus, PaymentStatus } from '@/prisma/generated/client'

/**
 * The legal moves of a payment, in Midtrans's words (docs.midtrans.com, Transaction Status Cycle).
 * `created` is ours: the charge has no answer yet, and any news may be the first to arrive.
 */
const nextStatuses: Record<PaymentStatus, readonly PaymentStatus[]> = {
  created: ['pending', 'authorize', 'capture', 'settlement', 'expire', 'cancel', 'deny', 'failure'],
  pending: ['authorize', 'capture', 'settlement', 'expire', 'cancel', 'deny', 'failure'],
  authorize: ['capture', 'settlement', 'expire', 'cancel', 'deny', 'failure'],
  capture: ['settlement', 'partial_refund', 'refund'],
  settlement: ['partial_refund', 'refund'],
  partial_refund: ['partial_refund', 'refund'],
  refund: [],
  expire: [],
  cancel: [],
  deny: [],
  failure: [],
}

/** Moves that only Get Status may make: the shop had not seen, or had given up, what was paid. */
const confirmedStatuses: Partial<Record<PaymentStatus, readonly PaymentStatus[]>> = {
  created: ['partial_refund', 'refund'],
  pending: ['partial_refund', 'refund'],
  authorize: ['partial_refund', 'refund'],
  expire: ['capture', 'settlement', 'partial_refund', 'refund'],
  cancel: ['capture', 'settlement', 'partial_refund', 'refund'],
  deny: ['capture', 'settlement', 'partial_refund', 'refund'],
  failure: ['capture', 'settlement', 'partial_refund', 'refund'],
}

export const paymentStatuses = Object.keys(nextStatuses) as PaymentStatus[]

function statusesBefore(
  moves: Partial<Record<PaymentStatus, readonly PaymentStatus[]>>,
  told: PaymentStatus,
): PaymentStatus[] {
  return paymentStatuses.filter((status) => moves[status]?.includes(told))
}

/** From which statuses a payment may move to `told` on anyone's signed word. */
export function legalFrom(told: PaymentStatus): PaymentStatus[] {
  return statusesBefore(nextStatuses, told)
}

/** From which further statuses it may move to `told` once Get Status has said so. */
export function confirmedFrom(told: PaymentStatus): PaymentStatus[] {
  return statusesBefore(confirmedStatuses, told)
}

/** Not yet decided: Midtrans may still move it. */
export const openStatuses: PaymentStatus[] = ['created', 'pending', 'authorize']
/** Money has arrived, wherever it went afterwards. */
export const paidStatuses: PaymentStatus[] = ['capture', 'settlement', 'partial_refund', 'refund']
/** Over without money. */
export const endedStatuses: PaymentStatus[] = ['expire', 'cancel', 'deny', 'failure']

/** What an order is when this payment decides it. */
export const orderStatusOf: Record<PaymentStatus, OrderStatus> = {
  created: 'pending',
  pending: 'pending',
  authorize: 'pending',
  capture: 'paid',
  settlement: 'paid',
  partial_refund: 'partially_refunded',
  refund: 'refunded',
  expire: 'expired',
  cancel: 'cancelled',
  deny: 'denied',
  failure: 'failed',
}
