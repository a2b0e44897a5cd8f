import 'server-only'
import { db } from '@/lib/db'
import { cancelOpenAttempts } from './cancel-order'
import { isOrderId } from './order-id'
import { paidStatuses } from './payment-states'
import { recordRefusal } from './record-refusal'

export type CancelledByShop =
  | { ok: true }
  | { ok: false; code: 'not_found' | 'already_paid' | 'already_over' | 'no_answer' }

/** Cancels an unpaid order for those who run the shop. What is paid is refunded instead. */
export async function cancelByShop(orderId: string): Promise<CancelledByShop> {
  if (!isOrderId(orderId)) return { ok: false, code: 'not_found' }
  const order = await db().order.findUnique({
    where: { id: orderId },
    include: { payments: { orderBy: { attempt: 'asc' } } },
  })
  const last = order?.payments.at(-1)
  if (!order || !last) return { ok: false, code: 'not_found' }
  const cancelled =
    order.status === 'pending'
      ? await cancelOpenAttempts(order)
      : ({ ok: false, code: 'not_cancelled' } as const)
  if (cancelled.ok) return { ok: true }
  if (cancelled.code === 'no_answer') return { ok: false, code: 'no_answer' }
  const isPaid =
    (await db().payment.count({ where: { orderId, status: { in: paidStatuses } } })) > 0
  const code = isPaid ? 'already_paid' : 'already_over'
  await recordRefusal(last, { wanted: 'cancel', code })
  return { ok: false, code }
}
