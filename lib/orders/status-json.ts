import { digest } from './digest'
import type { OrderView } from './order-view'

/** The public status of an order: the JSON of `/orders/{orderId}/status` and of its event stream. */
export type OrderStatusJson = {
  orderId: string
  status: OrderView['status']
  /** How it was paid or will be: a GoPay payment made by scanning is `qris`. */
  paymentType: string
  /** Rupiah, an integer. */
  grossAmount: number
  currency: 'IDR'
  /** ISO 8601, UTC. */
  expiresAt: string | null
  paidAt: string | null
}

export function orderStatusJson(order: OrderView): OrderStatusJson {
  return {
    orderId: order.orderId,
    status: order.status,
    paymentType: order.payment.paymentType,
    grossAmount: order.grossAmount,
    currency: 'IDR',
    expiresAt: order.payment.expiresAt?.toISOString() ?? null,
    paidAt: order.paidAt?.toISOString() ?? null,
  }
}

/** Another one whenever an order's page has something else to say, also where its status stays. */
export function orderVersion(order: OrderView): string {
  const { refunded, paidLate, paidTwice, needsPerson, payment } = order
  const beside = [refunded, paidLate, paidTwice, needsPerson, payment.issuer]
  return digest(JSON.stringify([orderStatusJson(order), ...beside])).slice(0, 16)
}
