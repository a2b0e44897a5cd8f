import 'server-only'
import { db } from '@/lib/db'
import { type CancelledOrder, cancelOpenAttempts } from './cancel-order'
import { isOrderId } from './order-id'

/** Cancels an unpaid order for those who run the shop. What is paid is refunded instead. */
export async function cancelByShop(orderId: string): Promise<CancelledOrder> {
  const order = isOrderId(orderId)
    ? await db().order.findUnique({
        where: { id: orderId },
        include: { payments: { orderBy: { attempt: 'asc' } } },
      })
    : null
  return order ? cancelOpenAttempts(order) : { ok: false, code: 'not_found' }
}
