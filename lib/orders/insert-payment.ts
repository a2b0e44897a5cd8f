import 'server-only'
import { randomUUID } from 'node:crypto'
import type { PaymentMethod, Prisma } from '@/prisma/generated/client'
import { midtransOrderId } from './order-id'
import { delay } from './schedule'

type NewPayment = { orderId: string; attempt: number; method: PaymentMethod; grossAmount: number }

/**
 * Stores an attempt that is not charged yet and returns its id. Its first check is one lease away by
 * the database's clock: until then charging it is the caller's, afterwards anyone's.
 */
export async function insertPayment(
  tx: Prisma.TransactionClient,
  { orderId, attempt, method, grossAmount }: NewPayment,
): Promise<string> {
  const id = randomUUID()
  await tx.$executeRaw`
    INSERT INTO payment (id, order_id, attempt, midtrans_order_id, method, gross_amount, next_check_at)
    VALUES (${id}::uuid, ${orderId}, ${attempt}::int, ${midtransOrderId(orderId, attempt)},
      ${method}::payment_method, ${grossAmount}::int,
      now() + make_interval(secs => ${delay('lease')}::float8))`
  return id
}
