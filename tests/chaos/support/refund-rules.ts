import type { SandboxTransaction } from '@/tests/kit/sandbox-control'
import type { Sql } from './database'

type Refund = {
  key: string
  midtransOrderId: string
  amount: number
  state: string
  isDue: boolean
}
type RefundThere = { refund_key: string; refund_amount: string }

/** The refunds that Midtrans has made of a transaction. */
function refundsOf(transaction: SandboxTransaction): RefundThere[] {
  return (transaction.refunds ?? []) as RefundThere[]
}

/** What of a transaction Midtrans has given back, in rupiah. */
export function refundedThere(transaction: SandboxTransaction): number {
  return Number(transaction.refund_amount ?? 0)
}

/** What is wrong with the refunds that the shop has asked for, in sentences. */
export async function judgeRefunds(
  sql: Sql,
  ledger: ReadonlyMap<string, SandboxTransaction[]>,
): Promise<string[]> {
  const asked = await sql<Refund>(
    `SELECT refund.key, midtrans_order_id AS "midtransOrderId", amount, state,
       due_at IS NOT NULL AS "isDue"
     FROM refund JOIN payment ON payment.id = payment_id`,
  )
  return asked.flatMap(({ key, midtransOrderId, amount, state, isDue }) => {
    const there = (ledger.get(midtransOrderId) ?? [])
      .flatMap(refundsOf)
      .filter(({ refund_key }) => refund_key === key)
    const wrong: string[] = []
    if (state === 'asked' || isDue) wrong.push('still waits for Midtrans')
    if (there.length > 1) wrong.push(`was made ${there.length} times`)
    if ((state === 'made') !== there.length > 0) {
      wrong.push(`is ${state} here and there are ${there.length} of it there`)
    }
    if (there.some(({ refund_amount }) => Number(refund_amount) !== amount)) {
      wrong.push('is of another amount there')
    }
    return wrong.map((words) => `refund ${key} of ${midtransOrderId} ${words}`)
  })
}

/** Those of the keys under which no refund is on record as made. */
export async function findUnmadeRefunds(sql: Sql, keys: Iterable<string>): Promise<string[]> {
  const rows = await sql<{ key: string }>(
    `SELECT key FROM unnest($1::text[]) AS key
     WHERE NOT EXISTS (SELECT FROM refund WHERE refund.key = key.key AND state = 'made')`,
    [[...keys]],
  )
  return rows.map(({ key }) => key)
}
