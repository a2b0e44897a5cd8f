import 'server-only'
import { type OrderStatus, type PaymentStatus, Prisma } from '@/prisma/generated/client'
import type { PaymentFact } from './payment-fact'
import {
  confirmedFrom,
  endedStatuses,
  legalFrom,
  orderStatusOf,
  paidStatuses,
} from './payment-states'
import { delay, PAYMENT_MINUTES } from './schedule'

const statuses = (values: readonly PaymentStatus[]) => Prisma.sql`${values}::payment_status[]`

/**
 * What applyPaymentFact runs: one statement, so that it is one transaction. It first locks the payment,
 * then the order, then the products in id order; every decision reads those locked rows, which under
 * READ COMMITTED are the latest ones, and the arrays passed in. A join with a table of legal pairs, or a sum in the same
 * statement, would be evaluated on the older snapshot and lose payments.
 */
export function paymentFactStatement(fact: PaymentFact): Prisma.Sql {
  const told = fact.status ?? null
  const legal = fact.status ? legalFrom(fact.status) : []
  const confirmed = fact.status ? confirmedFrom(fact.status) : []
  const fromGetStatus = fact.source === 'status'
  const isPaid = fact.status !== undefined && paidStatuses.includes(fact.status)
  const isEnded = fact.status !== undefined && endedStatuses.includes(fact.status)
  const orderStatus: OrderStatus = fact.status ? orderStatusOf[fact.status] : 'pending'

  // A charge answer need not say when it ends; then it is what was asked for.
  const expiresAt = Prisma.sql`COALESCE(${fact.expiresAt ?? null}::timestamptz,
    CASE WHEN ${fact.source === 'charge'}::boolean
      THEN now() + make_interval(mins => ${PAYMENT_MINUTES}::int) END)`

  return Prisma.sql`
WITH p AS MATERIALIZED (
  SELECT * FROM payment WHERE midtrans_order_id = ${fact.midtransOrderId} FOR NO KEY UPDATE
),
o AS MATERIALIZED (
  SELECT * FROM orders WHERE id = (SELECT order_id FROM p) FOR NO KEY UPDATE
),
-- Locked after the order, against the usual sequence: two refunds of an order that was paid twice may
-- deadlock, and are then retried.
second AS MATERIALIZED (
  SELECT status FROM payment
  WHERE ${told === 'refund'}::boolean AND id = (SELECT second_payment_id FROM o) FOR NO KEY UPDATE
),
judged AS MATERIALIZED (
  SELECT p.*, o.status AS order_status, o.current_attempt, o.holds_stock,
    o.paid_payment_id, o.second_payment_id,
    COALESCE(p.transaction_id <> ${fact.transactionId ?? null}::text, false) AS other_transaction,
    CASE
      WHEN ${fact.problem ?? null}::text IS NOT NULL THEN 'marked'
      WHEN p.gross_amount || '.00' <> ${fact.grossAmount ?? null}::text THEN 'marked'
      WHEN p.gross_amount < ${fact.refunded ?? null}::bigint THEN 'marked'
      WHEN p.status = ${told}::payment_status
        AND p.refunded >= COALESCE(${fact.refunded ?? null}::bigint, 0) THEN 'known'
      WHEN p.transaction_id <> ${fact.transactionId ?? null}::text AND NOT ${fromGetStatus}::boolean
        THEN CASE WHEN ${isPaid}::boolean THEN 'doubtful' ELSE 'out_of_date' END
      -- Given up by the shop, yet Midtrans has it open: it must be cancelled there.
      WHEN p.status IN ('cancel', 'failure') AND ${told}::payment_status = 'pending'
        AND NOT ${fromGetStatus}::boolean THEN 'doubtful'
      WHEN p.status = ANY(${statuses(legal)}) THEN 'applied'
      WHEN p.status = ANY(${statuses(confirmed)})
        THEN CASE WHEN ${fromGetStatus}::boolean THEN 'applied' ELSE 'doubtful' END
      ELSE 'out_of_date'
    END AS verdict
  FROM p, o
),
decided AS MATERIALIZED (
  SELECT judged.*,
    verdict IN ('applied', 'known') AND (${fromGetStatus}::boolean OR NOT other_transaction) AS believed,
    CASE
      WHEN verdict = 'marked' THEN COALESCE(${fact.problem ?? null}::text,
        CASE WHEN gross_amount < ${fact.refunded ?? null}::bigint THEN 'refund_above_amount' END,
        'amount_differs')
      WHEN other_transaction THEN ${fact.statusTold}::text || ' of another transaction'
      ELSE ${fact.statusTold}::text || ' after ' || status
    END AS reason,
    verdict = 'applied' AND ${isPaid}::boolean AND paid_payment_id IS NULL AS pays_first,
    -- All that came before was given back: this payment is no second one.
    verdict = 'applied' AND ${isPaid}::boolean AND ${told}::payment_status <> 'refund'
      AND paid_payment_id <> id AND order_status = 'refunded' AS pays_after_refund,
    verdict = 'applied' AND ${isPaid}::boolean AND ${told}::payment_status <> 'refund'
      AND paid_payment_id <> id AND order_status <> 'refunded'
      AND 'paid_twice' <> ALL(attention) AS pays_twice,
    verdict = 'applied' AND ${isPaid}::boolean AND paid_payment_id = id AS moves_paid,
    verdict = 'applied' AND ${isEnded}::boolean AND order_status = 'pending'
      AND attempt = current_attempt AS ends,
    verdict = 'applied' AND ${told}::payment_status = 'refund' AS refunds_all
  FROM judged
),
paying AS MATERIALIZED (
  SELECT decided.*, COALESCE(pays_first OR pays_after_refund, false) AS pays FROM decided
),
wanted AS MATERIALIZED (
  SELECT paying.*,
    -- When the first of two payments is given back, the second pays the order.
    moves_paid AND refunds_all AND second_payment_id IS NOT NULL AS second_pays,
    refunds_all AND second_payment_id = id AS second_ends,
    holds_stock AND (ends OR (refunds_all AND (pays OR (moves_paid AND second_payment_id IS NULL))))
      AS gives_back,
    pays AND NOT holds_stock AND NOT refunds_all AS wants_stock
  FROM paying
),
stock AS MATERIALIZED (
  SELECT product.id, product.stock, order_item.quantity
  FROM order_item JOIN product ON product.id = order_item.product_id
  WHERE order_item.order_id = (SELECT order_id FROM wanted WHERE gives_back OR wants_stock)
  ORDER BY product.id FOR NO KEY UPDATE OF product
),
plan AS MATERIALIZED (
  SELECT taken.*, CASE
      WHEN verdict = 'marked' AND reason <> ALL(attention) THEN reason
      WHEN pays_twice THEN 'paid_twice'
      WHEN wants_stock AND NOT takes THEN 'paid_without_stock'
      WHEN pays_after_refund THEN 'paid_after_refund'
    END AS mark
  FROM (
    SELECT wanted.*, wants_stock AND NOT EXISTS (SELECT FROM stock WHERE stock < quantity) AS takes
    FROM wanted
  ) AS taken
),
moved_stock AS (
  -- From the locked value: one computed from the old version could fail the check on stock before
  -- Postgres notices that there is a newer one.
  UPDATE product
  SET stock = stock.stock + CASE WHEN plan.gives_back THEN stock.quantity ELSE -stock.quantity END
  FROM stock, plan
  WHERE product.id = stock.id AND (plan.gives_back OR plan.takes)
),
moved_payment AS (
  UPDATE payment SET
    status = CASE WHEN plan.verdict = 'applied' THEN ${told}::payment_status ELSE payment.status END,
    transaction_id = CASE WHEN plan.believed
      THEN COALESCE(${fact.transactionId ?? null}::text, payment.transaction_id)
      ELSE payment.transaction_id END,
    charge_response = CASE WHEN plan.believed AND ${fact.source === 'charge'}::boolean
      THEN COALESCE(payment.charge_response, ${fact.body}::text) ELSE payment.charge_response END,
    payment_type = CASE WHEN plan.verdict = 'applied'
      THEN COALESCE(${fact.paymentType ?? null}::text, payment.payment_type)
      ELSE payment.payment_type END,
    issuer = CASE WHEN plan.believed
      THEN COALESCE(payment.issuer, ${fact.issuer ?? null}::text) ELSE payment.issuer END,
    acquirer = CASE WHEN plan.believed
      THEN COALESCE(payment.acquirer, ${fact.acquirer ?? null}::text) ELSE payment.acquirer END,
    expires_at = CASE WHEN plan.believed
      THEN COALESCE(payment.expires_at, ${expiresAt}) ELSE payment.expires_at END,
    settled_at = CASE WHEN plan.verdict = 'applied' AND ${isPaid}::boolean
      THEN COALESCE(payment.settled_at, ${fact.settledAt ?? null}::timestamptz, now())
      ELSE payment.settled_at END,
    refunded = CASE WHEN plan.refunds_all THEN payment.gross_amount
      WHEN plan.verdict = 'applied'
        THEN GREATEST(payment.refunded, COALESCE(${fact.refunded ?? null}::bigint, 0))
      ELSE payment.refunded END,
    refusal = CASE WHEN plan.verdict = 'applied'
      THEN ${fact.refusal ?? null}::text ELSE payment.refusal END,
    attention = CASE WHEN plan.mark IS NULL THEN payment.attention
      ELSE payment.attention || plan.mark END,
    next_check_at = CASE
      WHEN plan.verdict = 'doubtful' THEN now()
      WHEN NOT plan.believed THEN payment.next_check_at
      -- Cancelled while its charge was under way: that may still make a transaction.
      WHEN plan.verdict = 'applied' AND ${fact.source === 'shop' && fact.status === 'cancel'}::boolean
        AND payment.charged_at IS NOT NULL
        THEN now() + make_interval(secs => ${delay('lease')}::float8)
      WHEN plan.verdict = 'applied' AND ${isPaid || isEnded}::boolean THEN NULL
      -- Charged while another attempt was paid or took its place: it must be cancelled.
      WHEN ${fact.source === 'charge'}::boolean
        AND (plan.paid_payment_id <> plan.id OR plan.attempt < plan.current_attempt) THEN now()
      -- Until the charge answer is here it stays due, under the lease of whoever charges it.
      WHEN ${fact.source === 'charge'}::boolean
        OR (plan.verdict = 'applied' AND payment.charge_response IS NOT NULL)
        THEN LEAST(now() + make_interval(secs => ${delay('firstCheck')}::float8),
          COALESCE(payment.expires_at, ${expiresAt})
            + make_interval(secs => ${delay('afterExpiry')}::float8))
      ELSE payment.next_check_at END
  FROM plan
  WHERE payment.id = plan.id AND plan.verdict <> 'out_of_date'
),
moved_order AS (
  UPDATE orders SET
    status = CASE
      WHEN plan.second_pays AND (SELECT status FROM second) = 'partial_refund'
        THEN 'partially_refunded'
      WHEN plan.second_pays THEN 'paid'
      WHEN plan.pays OR plan.moves_paid OR plan.ends THEN ${orderStatus}::order_status
      ELSE orders.status END,
    -- Midtrans's settlement time has whole seconds and is not signed: believed where it can be true.
    paid_at = CASE WHEN NOT plan.pays THEN orders.paid_at
      WHEN ${fact.settledAt ?? null}::timestamptz
        BETWEEN orders.created_at - interval '1 second' AND now()
        THEN ${fact.settledAt ?? null}::timestamptz
      ELSE now() END,
    paid_payment_id = CASE WHEN plan.pays THEN plan.id
      WHEN plan.second_pays THEN orders.second_payment_id ELSE orders.paid_payment_id END,
    second_payment_id = CASE WHEN plan.pays_twice THEN COALESCE(orders.second_payment_id, plan.id)
      WHEN plan.second_pays OR plan.second_ends THEN NULL ELSE orders.second_payment_id END,
    paid_late = orders.paid_late OR (plan.pays AND orders.status <> 'pending'),
    paid_hook_due_at = CASE
      WHEN plan.pays AND NOT plan.refunds_all AND orders.paid_hook_done_at IS NULL THEN now()
      ELSE orders.paid_hook_due_at END,
    holds_stock = (orders.holds_stock AND NOT plan.gives_back) OR plan.takes
  FROM plan
  WHERE orders.id = plan.order_id
    AND (plan.pays OR plan.pays_twice OR plan.moves_paid OR plan.second_ends OR plan.ends)
),
event AS (
  INSERT INTO payment_event (order_id, midtrans_order_id, source, kind, body, body_sha256,
    status_seen, status_told, verdict, reason, duration_ms)
  SELECT plan.order_id, ${fact.midtransOrderId}, ${fact.source}, 'fact', ${fact.body},
    ${fact.bodySha256 ?? null}, plan.status::text, ${fact.statusTold},
    COALESCE(plan.verdict, 'unknown_order'), plan.reason, ${fact.durationMs ?? null}::int
  FROM (VALUES (1)) AS always LEFT JOIN plan ON true
  ON CONFLICT (midtrans_order_id, body_sha256) DO NOTHING
)
SELECT verdict, reason, pays, mark, order_id AS "orderId", id AS "paymentId",
  verdict = 'applied' AND (pays OR pays_twice OR moves_paid OR second_ends OR ends
    OR (attempt = current_attempt AND order_status = 'pending'))
    OR (believed AND ${fact.source === 'charge'}::boolean AND charge_response IS NULL)
    AS "orderChanged"
FROM plan`
}
