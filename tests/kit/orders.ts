import { randomBytes, randomUUID } from 'node:crypto'
import { digest } from '@/lib/orders/digest'
import { createOrderId } from '@/lib/orders/order-id'
import { orderStatusOf, paidStatuses } from '@/lib/orders/payment-states'
import { type Placement, placeOrder } from '@/lib/orders/place-order'
import type { Line } from '@/lib/orders/take-stock'
import type { PaymentStatus } from '@/prisma/generated/client'
import type { TestShop } from './shop'

export type MadeOrder = {
  orderId: string
  paymentId: string
  midtransOrderId: string
  transactionId: string
  grossAmount: number
}

export const BROWSER_SECRET = 'the-secret-of-the-browser-that-ordered'

/** What a shopper sends, each time with a key and an address of its own. */
export function placementOf(fields: Partial<Placement> = {}): Placement {
  const name = randomBytes(5).toString('hex')
  return {
    key: randomUUID(),
    customer: { name: `Budi ${name}`, email: `${name}@example.com`, phone: '081234567890' },
    method: 'gopay',
    lines: [{ productId: 1, quantity: 1 }],
    browserSecret: BROWSER_SECRET,
    ...fields,
  }
}

/**
 * Puts an order with one charged attempt straight into the database, with its stock taken: by
 * default a pending one. For tests of what happens to it later.
 */
export async function makeOrder(
  { sql }: TestShop,
  { status = 'pending' as PaymentStatus, lines = [{ productId: 1, quantity: 1 }] as Line[] } = {},
): Promise<MadeOrder> {
  const orderId = createOrderId()
  const made = {
    orderId,
    paymentId: randomUUID(),
    midtransOrderId: `${orderId}-1`,
    transactionId: randomUUID(),
  }
  const isPaid = paidStatuses.includes(status)
  const holds = orderStatusOf[status] === 'pending' || (isPaid && status !== 'refund')
  const [row] = await sql<{ grossAmount: number }>(
    `WITH line AS (
       SELECT line.product_id, line.quantity, product.name, product.price
       FROM unnest($1::int[], $2::int[]) AS line (product_id, quantity)
       JOIN product ON product.id = line.product_id
     ), total AS (SELECT sum(price * quantity)::int AS amount FROM line),
     -- In id order, as everywhere: some are made at once.
     locked AS MATERIALIZED (
       SELECT id FROM product WHERE id = ANY($1::int[]) AND $3::boolean ORDER BY id FOR NO KEY UPDATE
     ), taken AS (
       UPDATE product SET stock = stock - line.quantity FROM line, locked
       WHERE product.id = line.product_id AND product.id = locked.id
     ), placed AS (
       INSERT INTO orders (id, placement_key, placement_digest, browser_digest, customer_name,
         customer_email, customer_phone, gross_amount, holds_stock)
       SELECT $4, $4, 'x', $5, 'Budi', 'budi@example.com', '081234567890', amount, $3::boolean
       FROM total
     ), items AS (
       INSERT INTO order_item (order_id, product_id, name, price, quantity)
       SELECT $4, product_id, name, price, quantity FROM line
     )
     INSERT INTO payment (id, order_id, attempt, midtrans_order_id, method, gross_amount, next_check_at)
     SELECT $6::uuid, $4, 1, $7, 'gopay', amount, now() + interval '1 minute'
     FROM total RETURNING gross_amount AS "grossAmount"`,
    [
      lines.map((line) => line.productId),
      lines.map((line) => line.quantity),
      holds,
      orderId,
      digest(BROWSER_SECRET),
      made.paymentId,
      made.midtransOrderId,
    ],
  )
  if (status !== 'created') await moveTo(sql, made, status)
  return { ...made, grossAmount: row?.grossAmount ?? 0 }
}

/** The database lets no row begin in another status, so a made order is moved to it as a real one is. */
function moveTo(sql: TestShop['sql'], made: Omit<MadeOrder, 'grossAmount'>, status: PaymentStatus) {
  return sql(
    `WITH moved AS (
       UPDATE payment SET status = $2::payment_status, transaction_id = $3, charge_response = '{}',
         charged_at = now(), expires_at = now() + interval '15 minutes',
         refunded = CASE WHEN $2 = 'refund' THEN gross_amount ELSE 0 END,
         next_check_at = CASE WHEN $4 = 'pending' THEN next_check_at END
       WHERE id = $1
     )
     UPDATE orders SET status = $4::order_status, paid_at = CASE WHEN $5 THEN now() END,
       paid_payment_id = CASE WHEN $5 THEN $1::uuid END
     WHERE id = $6`,
    [
      made.paymentId,
      status,
      made.transactionId,
      orderStatusOf[status],
      paidStatuses.includes(status),
      made.orderId,
    ],
  )
}

/** The same attempt once more under the next number, as `Pay again` opens it: charged, unless told otherwise. */
export async function makeNextAttempt(
  { sql }: TestShop,
  order: MadeOrder,
  status: 'created' | 'pending' = 'pending',
): Promise<MadeOrder> {
  const [paymentId, transactionId] = [randomUUID(), randomUUID()]
  const [row] = await sql<{ midtransOrderId: string }>(
    `WITH next AS (
       UPDATE orders SET current_attempt = current_attempt + 1,
         status = CASE WHEN paid_payment_id IS NULL THEN 'pending' ELSE status END
       WHERE id = $1 RETURNING current_attempt AS attempt, gross_amount
     )
     INSERT INTO payment (id, order_id, attempt, midtrans_order_id, method, gross_amount)
     SELECT $2, $1, attempt, $1 || '-' || attempt, 'gopay', gross_amount
     FROM next RETURNING midtrans_order_id AS "midtransOrderId"`,
    [order.orderId, paymentId],
  )
  const midtransOrderId = row?.midtransOrderId ?? ''
  if (status === 'created') return { ...order, paymentId, transactionId, midtransOrderId }
  await sql(
    `UPDATE payment SET status = 'pending', transaction_id = $2, charge_response = '{}',
       charged_at = now(), expires_at = now() + interval '15 minutes',
       next_check_at = now() + interval '1 minute'
     WHERE id = $1`,
    [paymentId, transactionId],
  )
  return { ...order, paymentId, transactionId, midtransOrderId }
}

/** Places an order as the checkout does and returns its id. */
export async function placeOne(fields: Partial<Placement> = {}): Promise<string> {
  const placed = await placeOrder(placementOf(fields))
  if (!placed.ok) throw new Error(placed.code)
  return placed.orderId
}
