/** What the statement is told, and its type in Postgres. */
const types = {
  midtransOrderId: 'text',
  source: 'text',
  fromCharge: 'boolean',
  fromGetStatus: 'boolean',
  /** The shop gave the payment up itself. */
  cancelledHere: 'boolean',
  problem: 'text',
  /** The status told, when this code knows it, and what it means. */
  told: 'payment_status',
  statusTold: 'text',
  legalFrom: 'payment_status[]',
  confirmedFrom: 'payment_status[]',
  isPaid: 'boolean',
  isEnded: 'boolean',
  orderStatus: 'order_status',
  transactionId: 'text',
  grossAmount: 'text',
  refunded: 'bigint',
  refusal: 'text',
  paymentType: 'text',
  issuer: 'text',
  acquirer: 'text',
  expiresAt: 'timestamptz',
  settledAt: 'timestamptz',
  body: 'text',
  bodySha256: 'text',
  durationMs: 'integer',
  /** Minutes. */
  paymentMinutes: 'integer',
  /** Seconds. */
  lease: 'float8',
  firstCheck: 'float8',
  afterExpiry: 'float8',
} as const

export type Parameter = keyof typeof types

/** In the order of their numbers. */
export const parameters = Object.keys(types) as Parameter[]

const $ = Object.fromEntries(
  parameters.map((name, index) => [name, `$${index + 1}::${types[name]}`]),
) as Record<Parameter, string>

// A charge answer need not say when it ends; then it is what was asked for.
const expiresAt = `COALESCE(${$.expiresAt},
    CASE WHEN ${$.fromCharge} THEN now() + make_interval(mins => ${$.paymentMinutes}) END)`

/**
 * What applyPaymentFact runs: one statement, so that it is one transaction. It first locks the payment,
 * then the order, then the products in id order; every decision reads those locked rows, which under
 * READ COMMITTED are the latest ones, and the arrays passed in. A join with a table of legal pairs, or a
 * sum in the same statement, would be evaluated on the older snapshot and lose payments. Its text never
 * changes, so that Postgres plans it once per connection.
 */
export const paymentFactSql = `
WITH p AS MATERIALIZED (
  SELECT id, order_id, attempt, status, gross_amount, refunded, transaction_id, attention,
    charge_response IS NULL AS unanswered
  FROM payment WHERE midtrans_order_id = ${$.midtransOrderId} FOR NO KEY UPDATE
),
o AS MATERIALIZED (
  SELECT status, current_attempt, holds_stock, paid_payment_id, other_payment_ids
  FROM orders WHERE id = (SELECT order_id FROM p) FOR NO KEY UPDATE
),
-- Locked after the order, against the usual sequence: two refunds of an order that was paid twice may
-- deadlock, and are then retried.
successor AS MATERIALIZED (
  SELECT status FROM payment
  WHERE ${$.told} = 'refund' AND id = (SELECT other_payment_ids[1] FROM o) FOR NO KEY UPDATE
),
judged AS MATERIALIZED (
  SELECT p.*, o.status AS order_status, o.current_attempt, o.holds_stock,
    o.paid_payment_id, o.other_payment_ids,
    COALESCE(p.transaction_id <> ${$.transactionId}, false) AS other_transaction,
    CASE
      WHEN ${$.problem} IS NOT NULL THEN 'marked'
      WHEN p.gross_amount || '.00' <> ${$.grossAmount} THEN 'marked'
      WHEN p.gross_amount < ${$.refunded} THEN 'marked'
      WHEN p.status = ${$.told}
        AND p.refunded >= COALESCE(${$.refunded}, 0) THEN 'known'
      WHEN p.transaction_id <> ${$.transactionId} AND NOT ${$.fromGetStatus}
        THEN CASE WHEN ${$.isPaid} THEN 'doubtful' ELSE 'out_of_date' END
      -- Given up by the shop, yet Midtrans has it open: it must be cancelled there.
      WHEN p.status IN ('cancel', 'failure') AND ${$.told} = 'pending'
        AND NOT ${$.fromGetStatus} THEN 'doubtful'
      WHEN p.status = ANY(${$.legalFrom}) THEN 'applied'
      WHEN p.status = ANY(${$.confirmedFrom})
        THEN CASE WHEN ${$.fromGetStatus} THEN 'applied' ELSE 'doubtful' END
      ELSE 'out_of_date'
    END AS verdict
  FROM p, o
),
decided AS MATERIALIZED (
  SELECT judged.*,
    verdict IN ('applied', 'known') AND (${$.fromGetStatus} OR NOT other_transaction) AS believed,
    CASE
      WHEN verdict = 'marked' THEN COALESCE(${$.problem},
        CASE WHEN gross_amount < ${$.refunded} THEN 'refund_above_amount' END,
        'amount_differs')
      WHEN other_transaction THEN ${$.statusTold} || ' of another transaction'
      ELSE ${$.statusTold} || ' after ' || status
    END AS reason,
    verdict = 'applied' AND ${$.isPaid} AND paid_payment_id IS NULL AS pays_first,
    -- All that came before was given back: this payment is no second one.
    verdict = 'applied' AND ${$.isPaid} AND ${$.told} <> 'refund'
      AND paid_payment_id <> id AND order_status = 'refunded' AS pays_after_refund,
    verdict = 'applied' AND ${$.isPaid} AND ${$.told} <> 'refund'
      AND paid_payment_id <> id AND order_status <> 'refunded'
      AND id <> ALL(other_payment_ids) AS pays_again,
    verdict = 'applied' AND ${$.isPaid} AND paid_payment_id = id AS moves_paid,
    verdict = 'applied' AND ${$.isEnded} AND order_status = 'pending'
      AND attempt = current_attempt AS ends,
    verdict = 'applied' AND ${$.told} = 'refund' AS refunds_all
  FROM judged
),
paying AS MATERIALIZED (
  SELECT decided.*, COALESCE(pays_first OR pays_after_refund, false) AS pays FROM decided
),
wanted AS MATERIALIZED (
  SELECT paying.*,
    -- When the payment that counts is given back, the oldest of the others pays the order.
    moves_paid AND refunds_all AND other_payment_ids <> '{}' AS other_succeeds,
    refunds_all AND id = ANY(other_payment_ids) AS other_ends,
    holds_stock AND (ends OR (refunds_all AND (pays OR (moves_paid AND other_payment_ids = '{}'))))
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
      WHEN pays_again THEN 'paid_twice'
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
    status = CASE WHEN plan.verdict = 'applied' THEN ${$.told} ELSE payment.status END,
    transaction_id = CASE WHEN plan.believed
      THEN COALESCE(${$.transactionId}, payment.transaction_id)
      ELSE payment.transaction_id END,
    charge_response = CASE WHEN plan.believed AND ${$.fromCharge}
      THEN COALESCE(payment.charge_response, ${$.body}) ELSE payment.charge_response END,
    payment_type = CASE WHEN plan.verdict = 'applied'
      THEN COALESCE(${$.paymentType}, payment.payment_type)
      ELSE payment.payment_type END,
    issuer = CASE WHEN plan.believed
      THEN COALESCE(payment.issuer, ${$.issuer}) ELSE payment.issuer END,
    acquirer = CASE WHEN plan.believed
      THEN COALESCE(payment.acquirer, ${$.acquirer}) ELSE payment.acquirer END,
    expires_at = CASE WHEN plan.believed
      THEN COALESCE(payment.expires_at, ${expiresAt}) ELSE payment.expires_at END,
    settled_at = CASE WHEN plan.verdict = 'applied' AND ${$.isPaid}
      THEN COALESCE(payment.settled_at, ${$.settledAt}, now())
      ELSE payment.settled_at END,
    refunded = CASE WHEN plan.refunds_all THEN payment.gross_amount
      WHEN plan.verdict = 'applied'
        THEN GREATEST(payment.refunded, COALESCE(${$.refunded}, 0))
      ELSE payment.refunded END,
    refusal = CASE WHEN plan.verdict = 'applied'
      THEN ${$.refusal} ELSE payment.refusal END,
    attention = CASE WHEN plan.mark IS NULL THEN payment.attention
      ELSE payment.attention || plan.mark END,
    next_check_at = CASE
      WHEN plan.verdict = 'doubtful' THEN now()
      WHEN NOT plan.believed THEN payment.next_check_at
      -- Cancelled while its charge was under way: that may still make a transaction.
      WHEN plan.verdict = 'applied' AND ${$.cancelledHere}
        AND payment.charged_at IS NOT NULL
        THEN now() + make_interval(secs => ${$.lease})
      WHEN plan.verdict = 'applied' AND (${$.isPaid} OR ${$.isEnded}) THEN NULL
      -- Charged while another attempt was paid or took its place: it must be cancelled.
      WHEN ${$.fromCharge}
        AND (plan.paid_payment_id <> plan.id OR plan.attempt < plan.current_attempt) THEN now()
      -- Until the charge answer is here it stays due, under the lease of whoever charges it.
      WHEN ${$.fromCharge}
        OR (plan.verdict = 'applied' AND payment.charge_response IS NOT NULL)
        THEN LEAST(now() + make_interval(secs => ${$.firstCheck}),
          COALESCE(payment.expires_at, ${expiresAt})
            + make_interval(secs => ${$.afterExpiry}))
      ELSE payment.next_check_at END
  FROM plan
  WHERE payment.id = plan.id AND plan.verdict <> 'out_of_date'
),
moved_order AS (
  UPDATE orders SET
    status = CASE
      WHEN plan.other_succeeds AND (SELECT status FROM successor) = 'partial_refund'
        THEN 'partially_refunded'
      WHEN plan.other_succeeds THEN 'paid'
      WHEN plan.pays OR plan.moves_paid OR plan.ends THEN ${$.orderStatus}
      ELSE orders.status END,
    -- Midtrans's settlement time has whole seconds and is not signed: believed where it can be true.
    paid_at = CASE WHEN NOT plan.pays THEN orders.paid_at
      WHEN ${$.settledAt}
        BETWEEN orders.created_at - interval '1 second' AND now()
        THEN ${$.settledAt}
      ELSE now() END,
    paid_payment_id = CASE WHEN plan.pays THEN plan.id
      WHEN plan.other_succeeds THEN plan.other_payment_ids[1] ELSE orders.paid_payment_id END,
    other_payment_ids = CASE WHEN plan.pays_again THEN plan.other_payment_ids || plan.id
      WHEN plan.other_succeeds THEN plan.other_payment_ids[2:]
      WHEN plan.other_ends THEN array_remove(plan.other_payment_ids, plan.id)
      ELSE orders.other_payment_ids END,
    paid_late = orders.paid_late OR (plan.pays AND orders.status <> 'pending'),
    paid_hook_due_at = CASE
      WHEN plan.pays AND NOT plan.refunds_all AND orders.paid_hook_done_at IS NULL THEN now()
      ELSE orders.paid_hook_due_at END,
    holds_stock = (orders.holds_stock AND NOT plan.gives_back) OR plan.takes
  FROM plan
  WHERE orders.id = plan.order_id
    AND (plan.pays OR plan.pays_again OR plan.moves_paid OR plan.other_ends OR plan.ends)
),
event AS (
  INSERT INTO payment_event (order_id, midtrans_order_id, source, kind, body, body_sha256,
    status_seen, status_told, verdict, reason, duration_ms)
  SELECT plan.order_id, ${$.midtransOrderId}, ${$.source}, 'fact', ${$.body},
    ${$.bodySha256}, plan.status::text, ${$.statusTold},
    COALESCE(plan.verdict, 'unknown_order'), plan.reason, ${$.durationMs}
  FROM (VALUES (1)) AS always LEFT JOIN plan ON true
  ON CONFLICT (midtrans_order_id, body_sha256) DO NOTHING
)
SELECT verdict, reason, mark, order_id AS "orderId", id AS "paymentId",
  pays AND current_attempt > 1 AS "leavesAttempts",
  verdict = 'applied' AND (pays OR pays_again OR moves_paid OR other_ends OR ends
    OR (attempt = current_attempt AND order_status = 'pending'))
    OR (believed AND ${$.fromCharge} AND unanswered)
    AS "orderChanged"
FROM plan`
