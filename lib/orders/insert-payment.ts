import 'server-only'
import { randomUUID } from 'node:crypto'
import type { PaymentMethod, Prisma } from '@/prisma/generated/client'
import type { Lease } from './lease'
import { midtransOrderId } from './order-id'
import { delay } from './schedule'

type NewPayment = { orderId: string; attempt: number; method: PaymentMethod; grossAmount: number }

/**
 * Stores an attempt that is not charged yet. It is due at once, and the caller has the lease on it: until
 * that ends charging it is the caller's, afterwards anyone's.
 */
export async function insertPayment(
  tx: Prisma.TransactionClient,
  { orderId, attempt, method, grossAmount }: NewPayment,
): Promise<Lease> {
  const [lease] = await tx.$queryRaw<Lease[]>`
    INSERT INTO payment (id, order_id, attempt, midtrans_order_id, method, gross_amount,
      next_check_at, leased_by, leased_until)
    VALUES (${randomUUID()}::uuid, ${orderId}, ${attempt}::int, ${midtransOrderId(orderId, attempt)},
      ${method}::payment_method, ${grossAmount}::int,
      now(), gen_random_uuid(), now() + make_interval(secs => ${delay('lease')}::float8))
    RETURNING order_id AS "orderId", id AS "paymentId", attempt, leased_by AS "leasedBy",
      next_check_at AS "nextCheckAt"`
  if (!lease) throw new Error(`no payment was stored for ${orderId}`)
  return lease
}
