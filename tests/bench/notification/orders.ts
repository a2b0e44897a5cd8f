import pg from 'pg'
import { notificationOf } from '@/tests/kit/notifications'

export const GROSS_AMOUNT = 50_000
const WORK = 'TKO-WORK'

/** The nth order of those that are paid in a round, and its Midtrans transaction. */
export function workOrder(index: number): { midtransOrderId: string; transactionId: string } {
  return { midtransOrderId: `${WORK}${index}-1`, transactionId: `work-${index}` }
}

/** The settlement that Midtrans would post of it. */
export function settlementOf(index: number): string {
  const { midtransOrderId, transactionId } = workOrder(index)
  const named = { order_id: midtransOrderId, transaction_id: transactionId }
  const amount = { gross_amount: `${GROSS_AMOUNT}.00` }
  return JSON.stringify(notificationOf({ ...named, ...amount }, 'settlement'))
}

/** Past the triggers that keep a payment's history honest: these orders have none. */
async function withoutTriggers(url: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SET session_replication_role = replica')
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

const insertOrders = (prefix: string, count: number, payment: string) => [
  `INSERT INTO orders (id, placement_key, placement_digest, browser_digest, customer_name,
     customer_email, customer_phone, gross_amount, status)
   SELECT '${prefix}' || n, '${prefix}' || n, 'x', 'x', 'Budi', 'budi@example.com', '081234567890',
     ${GROSS_AMOUNT}, 'pending' FROM generate_series(0, ${count - 1}) AS n`,
  `INSERT INTO order_item (order_id, product_id, name, price, quantity)
   SELECT '${prefix}' || n, 1 + n % 5, 'Kopi', ${GROSS_AMOUNT}, 1
   FROM generate_series(0, ${count - 1}) AS n`,
  `INSERT INTO payment (id, order_id, attempt, midtrans_order_id, method, gross_amount, status,
     charge_response, charged_at, expires_at, ${payment.split(' = ')[0]}, transaction_id)
   SELECT gen_random_uuid(), '${prefix}' || n, 1, '${prefix}' || n || '-1', 'gopay', ${GROSS_AMOUNT},
     'pending', '{}', now(), now() + interval '15 minutes', ${payment.split(' = ')[1]},
     ${prefix === WORK ? `'work-' || n` : 'gen_random_uuid()::text'}
   FROM generate_series(0, ${count - 1}) AS n`,
]

/** Fills a database with this many pending orders, and some more that are paid in the rounds. */
export async function fillOrders(url: string, count: number, work: number): Promise<void> {
  const later = `next_check_at = now() + interval '1 day'`
  await withoutTriggers(url, [
    ...insertOrders('TKO-FILL', count, later),
    ...insertOrders(WORK, work, later),
    'VACUUM ANALYZE',
  ])
}

/** Makes the orders of the last round pending again, and clears what it left behind. */
export async function renewOrders(url: string): Promise<void> {
  await withoutTriggers(url, [
    'TRUNCATE payment_event',
    `UPDATE payment SET status = 'pending', settled_at = NULL, payment_type = NULL,
       next_check_at = now() + interval '1 day' WHERE order_id LIKE '${WORK}%' AND status <> 'pending'`,
    `UPDATE orders SET status = 'pending', paid_at = NULL, paid_payment_id = NULL,
       paid_hook_due_at = NULL WHERE id LIKE '${WORK}%' AND status <> 'pending'`,
    'VACUUM ANALYZE payment',
    'VACUUM ANALYZE orders',
    'CHECKPOINT',
  ])
}

/** How many of them are paid: each request of a round must have paid one. */
export async function countPaid(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM orders JOIN payment ON payment.id = paid_payment_id
       JOIN payment_event ON payment_event.order_id = orders.id
       WHERE orders.status = 'paid' AND payment.status = 'settlement'`,
    )
    return rows[0]?.count ?? 0
  } finally {
    await client.end()
  }
}
