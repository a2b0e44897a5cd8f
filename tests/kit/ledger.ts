import type { OrderStatus, PaymentStatus } from '@/prisma/generated/client'
import type { TestShop } from './shop'

export type OrderRow = {
  status: OrderStatus
  holdsStock: boolean
  currentAttempt: number
  paidLate: boolean
  paidAt: Date | null
  paidPaymentId: string | null
  hookDueAt: Date | null
  hookDoneAt: Date | null
}

export type PaymentRow = {
  id: string
  attempt: number
  status: PaymentStatus
  refunded: number
  transactionId: string | null
  chargeResponse: string | null
  paymentType: string | null
  issuer: string | null
  refusal: string | null
  attention: string[]
  expiresAt: Date | null
  settledAt: Date | null
  nextCheckAt: Date | null
  isDue: boolean
}

export type EventRow = {
  source: string
  kind: string
  body: string
  statusSeen: string | null
  statusTold: string | null
  verdict: string | null
  reason: string | null
}

export async function readOrder({ sql }: TestShop, orderId: string): Promise<OrderRow> {
  const [row] = await sql<OrderRow>(
    `SELECT status, holds_stock AS "holdsStock", current_attempt AS "currentAttempt",
       paid_late AS "paidLate", paid_at AS "paidAt", paid_payment_id AS "paidPaymentId",
       paid_hook_due_at AS "hookDueAt", paid_hook_done_at AS "hookDoneAt"
     FROM orders WHERE id = $1`,
    [orderId],
  )
  if (!row) throw new Error(`no order ${orderId}`)
  return row
}

/** The attempts of an order, first one first. */
export function readPayments({ sql }: TestShop, orderId: string): Promise<PaymentRow[]> {
  return sql(
    `SELECT id, attempt, status, refunded, transaction_id AS "transactionId",
       charge_response AS "chargeResponse", payment_type AS "paymentType", issuer, refusal,
       attention, expires_at AS "expiresAt", settled_at AS "settledAt",
       next_check_at AS "nextCheckAt", COALESCE(next_check_at <= now(), false) AS "isDue"
     FROM payment WHERE order_id = $1 ORDER BY attempt`,
    [orderId],
  )
}

/** One attempt of an order: the first, unless told otherwise. */
export async function readPayment(
  shop: TestShop,
  orderId: string,
  attempt = 1,
): Promise<PaymentRow> {
  const row = (await readPayments(shop, orderId))[attempt - 1]
  if (!row) throw new Error(`no attempt ${attempt} of ${orderId}`)
  return row
}

/** What is on record about one attempt, oldest first. */
export function readEvents({ sql }: TestShop, midtransOrderId: string): Promise<EventRow[]> {
  return sql(
    `SELECT source, kind, body, status_seen AS "statusSeen", status_told AS "statusTold", verdict, reason
     FROM payment_event WHERE midtrans_order_id = $1 ORDER BY id`,
    [midtransOrderId],
  )
}

/** Of each product, what can be sold and what orders hold, together: nothing may change it. */
export async function countGoods({ sql }: TestShop): Promise<Record<number, number>> {
  const rows = await sql<{ id: number; total: number }>(
    `SELECT product.id, (stock + COALESCE(sum(quantity) FILTER (WHERE holds_stock), 0))::int AS total
     FROM product LEFT JOIN order_item ON product_id = product.id LEFT JOIN orders ON orders.id = order_id
     GROUP BY product.id ORDER BY product.id`,
  )
  return Object.fromEntries(rows.map(({ id, total }) => [id, total]))
}

export async function readStock({ sql }: TestShop, productId: number): Promise<number> {
  const [row] = await sql<{ stock: number }>('SELECT stock FROM product WHERE id = $1', [productId])
  return row?.stock ?? -1
}

/** Makes the attempts of an order due, as if their time had come and Midtrans was not asked lately. */
export async function makeDue({ sql }: TestShop, orderId: string): Promise<void> {
  await sql('UPDATE payment SET next_check_at = now(), asked_at = NULL WHERE order_id = $1', [
    orderId,
  ])
}
