import 'server-only'
import { db } from '@/lib/db'
import type { OrderStatus } from '@/prisma/generated/client'
import { digest } from './digest'

/** An order in the list of a browser: enough to know it again. */
export type OrderSummary = {
  orderId: string
  status: OrderStatus
  /** Rupiah. */
  grossAmount: number
  /** Rupiah given back so far, of all that was paid. */
  refunded: number
  placedAt: Date
  items: { slug: string; name: string; quantity: number }[]
}

/** More than a shopper scrolls through, and few enough for one page. */
const MAX_ORDERS = 30

/** The latest orders that were placed with this browser, newest first. */
export async function listOwnOrders(browserSecret: string | undefined): Promise<OrderSummary[]> {
  if (!browserSecret) return []
  const orders = await db().order.findMany({
    where: { browserDigest: digest(browserSecret) },
    orderBy: { createdAt: 'desc' },
    take: MAX_ORDERS,
    include: {
      payments: { select: { refunded: true } },
      items: { orderBy: { productId: 'asc' }, include: { product: { select: { slug: true } } } },
    },
  })
  return orders.map(({ id, status, grossAmount, createdAt, payments, items }) => ({
    orderId: id,
    status,
    grossAmount,
    refunded: payments.reduce((sum, { refunded }) => sum + refunded, 0),
    placedAt: createdAt,
    items: items.map(({ name, quantity, product }) => ({ slug: product.slug, name, quantity })),
  }))
}
