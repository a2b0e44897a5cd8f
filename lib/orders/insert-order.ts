import 'server-only'
import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import type { PaymentMethod } from '@/prisma/generated/client'
import type { Lease } from './lease'
import { createOrderId, midtransOrderId } from './order-id'
import { delay } from './schedule'
import type { Line } from './take-stock'

export type NewOrder = {
  placementKey: string
  placementDigest: string
  browserDigest: string
  customer: { name: string; email: string; phone: string }
  method: PaymentMethod
  lines: readonly Line[]
  /** Rupiah: nothing is stored above it. */
  limit: number
}

export type InsertedOrder =
  | { ok: true; orderId: string; lease: Lease }
  | { ok: false; code: 'not_enough_stock'; name?: string; left: number }
  | { ok: false; code: 'amount_too_large' }

/** The attempt that comes with the order. */
const FIRST = 1

type Row = {
  paymentId: string | null
  leasedBy: string | null
  nextCheckAt: Date | null
  shortName: string | null
  left: number | null
}

/**
 * Stores an order with its items, its stock and its first payment, which is due at once and leased to the
 * caller. One statement: the products are locked for one commit and not for the round trips of a
 * transaction, during which everybody else who wants the same product would wait. Locked in id order, as
 * everywhere; stock and prices are those of the locked rows. Rejects as a unique violation when the
 * placement key has an order.
 */
export async function insertOrder(order: NewOrder): Promise<InsertedOrder> {
  const { placementKey, placementDigest, browserDigest, customer, method, limit } = order
  const orderId = createOrderId()
  const ids = order.lines.map(({ productId }) => productId)
  const quantities = order.lines.map(({ quantity }) => quantity)
  const [row] = await db().$queryRaw<Row[]>`
    WITH locked AS MATERIALIZED (
      SELECT id, name, price, stock FROM product WHERE id = ANY(${ids}::int[])
      ORDER BY id FOR NO KEY UPDATE
    ),
    line AS MATERIALIZED (
      SELECT line.*, locked.name, locked.price, locked.stock
      FROM unnest(${ids}::int[], ${quantities}::int[])
        WITH ORDINALITY AS line (product_id, quantity, place)
      LEFT JOIN locked ON locked.id = line.product_id
    ),
    short AS MATERIALIZED (
      SELECT name, COALESCE(stock, 0) AS "left" FROM line
      WHERE COALESCE(stock, 0) < quantity ORDER BY place LIMIT 1
    ),
    total AS MATERIALIZED (
      SELECT * FROM (SELECT sum(price::bigint * quantity) AS gross_amount FROM line) AS sum
      WHERE gross_amount <= ${limit}::int AND NOT EXISTS (SELECT FROM short)
    ),
    new_order AS (
      INSERT INTO orders (id, placement_key, placement_digest, browser_digest, customer_name,
        customer_email, customer_phone, gross_amount)
      SELECT ${orderId}, ${placementKey}, ${placementDigest}, ${browserDigest}, ${customer.name},
        ${customer.email}, ${customer.phone}, gross_amount FROM total
    ),
    new_items AS (
      INSERT INTO order_item (order_id, product_id, name, price, quantity)
      SELECT ${orderId}, product_id, name, price, quantity FROM line, total
    ),
    taken AS (
      -- From the locked value: see payment-fact-sql.ts.
      UPDATE product SET stock = line.stock - line.quantity FROM line, total
      WHERE product.id = line.product_id
    ),
    new_payment AS (
      INSERT INTO payment (id, order_id, attempt, midtrans_order_id, method, gross_amount,
        next_check_at, leased_by, leased_until)
      SELECT ${randomUUID()}::uuid, ${orderId}, ${FIRST}::int, ${midtransOrderId(orderId, FIRST)},
        ${method}::payment_method, gross_amount, now(), gen_random_uuid(),
        now() + make_interval(secs => ${delay('lease')}::float8) FROM total
      RETURNING id, leased_by, next_check_at
    )
    SELECT new_payment.id AS "paymentId", leased_by AS "leasedBy", next_check_at AS "nextCheckAt",
      short.name AS "shortName", short."left"
    FROM (VALUES (1)) AS always LEFT JOIN new_payment ON true LEFT JOIN short ON true`
  return row ? readRow(orderId, row) : { ok: false, code: 'amount_too_large' }
}

function readRow(orderId: string, row: Row): InsertedOrder {
  const { paymentId, leasedBy, nextCheckAt, shortName, left } = row
  if (paymentId && leasedBy) {
    const lease = { orderId, paymentId, attempt: FIRST, leasedBy, nextCheckAt }
    return { ok: true, orderId, lease }
  }
  if (left === null) return { ok: false, code: 'amount_too_large' }
  return { ok: false, code: 'not_enough_stock', name: shortName ?? undefined, left }
}
