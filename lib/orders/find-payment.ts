import 'server-only'
import { db } from '@/lib/db'
import type { Payment } from '@/prisma/generated/client'
import { isOrderId } from './order-id'

/** One attempt of an order: the one that is named, or else the one that counts: the paid one, or the latest. */
export async function findPayment(
  orderId: string,
  attempt?: number | undefined,
): Promise<Payment | undefined> {
  if (!isOrderId(orderId)) return undefined
  const order = await db().order.findUnique({
    where: { id: orderId },
    include: { payments: { orderBy: { attempt: 'desc' } } },
  })
  if (!order) return undefined
  if (attempt !== undefined) return order.payments.find((payment) => payment.attempt === attempt)
  return order.payments.find(({ id }) => id === order.paidPaymentId) ?? order.payments[0]
}
