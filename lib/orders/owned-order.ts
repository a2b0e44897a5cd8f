import 'server-only'
import { db } from '@/lib/db'
import type { Order, Payment } from '@/prisma/generated/client'
import { digest } from './digest'
import { isOrderId } from './order-id'

export type OwnedOrder = Order & { payments: Payment[] }

/**
 * An order with its attempts, oldest first, for the browser that placed it. Undefined for everyone
 * else, without saying whether the order exists.
 */
export async function findOwnedOrder(
  orderId: string,
  browserSecret: string | undefined,
): Promise<OwnedOrder | undefined> {
  if (!isOrderId(orderId) || !browserSecret) return undefined
  const order = await db().order.findUnique({
    where: { id: orderId, browserDigest: digest(browserSecret) },
    include: { payments: { orderBy: { attempt: 'asc' } } },
  })
  if (!order) return undefined
  // Prisma reads the attempts after the order: one that was opened in between is not of the order as it was
  // read, whose status says nothing about it.
  const payments = order.payments.filter(({ attempt }) => attempt <= order.currentAttempt)
  return { ...order, payments }
}

/** Whether this browser placed the order, and so may cancel it or pay it again. */
export async function ownsOrder(
  orderId: string,
  browserSecret: string | undefined,
): Promise<boolean> {
  if (!browserSecret) return false
  const where = { id: orderId, browserDigest: digest(browserSecret) }
  return (await db().order.count({ where })) === 1
}
