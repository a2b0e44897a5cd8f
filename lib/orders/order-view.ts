import 'server-only'
import { maskEmail, maskPhone } from '@/lib/contact'
import { db } from '@/lib/db'
import type { OrderStatus, Payment, Prisma } from '@/prisma/generated/client'
import { isOrderId } from './order-id'
import { type PaymentLinks, paymentLinks } from './payment-links'

/** An order as its pages show it: no customer data beyond a masked contact, nothing of the gateway's. */
export type OrderView = {
  orderId: string
  status: OrderStatus
  items: { productId: number; name: string; price: number; quantity: number }[]
  /** Rupiah. */
  grossAmount: number
  refunded: number
  contact: { email: string; phone: string }
  placedAt: Date
  paidAt: Date | null
  paidLate: boolean
  /** More than one attempt was paid: all but one are to be given back. */
  paidTwice: boolean
  /** Something was told of its payments that contradicts it, or that this code does not know. */
  needsPerson: boolean
  payment: PaymentView
  /** The database's clock when this was read: what countdowns start from. */
  now: Date
}

/** The attempt that counts: the paid one, else the latest. */
export type PaymentView = PaymentLinks & {
  id: string
  /** How it was paid or will be, in Midtrans's words. */
  paymentType: string
  issuer: string | null
  /** Whether Midtrans has answered the charge. */
  isCharged: boolean
  expiresAt: Date | null
}

const withDetails = {
  items: { orderBy: { productId: 'asc' } },
  payments: { orderBy: { attempt: 'desc' } },
} satisfies Prisma.OrderInclude
type OrderWithDetails = Prisma.OrderGetPayload<{ include: typeof withDetails }>

/** Reads an order for its pages. Undefined for an id that is malformed or that no order has. */
export async function viewOrder(orderId: string): Promise<OrderView | undefined> {
  if (!isOrderId(orderId)) return undefined
  const [order, [clock]] = await Promise.all([
    db().order.findUnique({ where: { id: orderId }, include: withDetails }),
    db().$queryRaw<{ now: Date }[]>`SELECT now()`,
  ])
  const payment = order && decisivePayment(order)
  if (!payment || !clock) return undefined
  return {
    orderId,
    status: order.status,
    items: order.items.map(({ productId, name, price, quantity }) => ({
      productId,
      name,
      price,
      quantity,
    })),
    grossAmount: order.grossAmount,
    refunded: payment.refunded,
    contact: { email: maskEmail(order.customerEmail), phone: maskPhone(order.customerPhone) },
    placedAt: order.createdAt,
    paidAt: order.paidAt,
    paidLate: order.paidLate,
    paidTwice: order.otherPaymentIds.length > 0,
    needsPerson: order.payments.some(({ attention }) => attention.some(isUnexplained)),
    payment: {
      id: payment.id,
      paymentType: payment.paymentType ?? payment.method,
      issuer: payment.issuer,
      isCharged: payment.chargeResponse !== null,
      expiresAt: payment.expiresAt,
      ...paymentLinks(payment.chargeResponse),
    },
    now: clock.now,
  }
}

/** Being paid twice has words of its own. */
function isUnexplained(mark: string): boolean {
  return mark !== 'paid_twice'
}

function decisivePayment(order: OrderWithDetails): Payment | undefined {
  return order.payments.find(({ id }) => id === order.paidPaymentId) ?? order.payments[0]
}
