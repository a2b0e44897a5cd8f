import { inBatches } from '@/tests/kit/batches'
import { countGoods } from '@/tests/kit/ledger'
import type { SandboxTransaction } from '@/tests/kit/sandbox-control'
import type { Sql } from './database'
import { judgeRefunds, refundedThere } from './refund-rules'

type Attempt = {
  orderId: string
  orderStatus: string
  isCurrent: boolean
  paidLate: boolean
  hookDone: boolean
  hookDue: boolean
  isDecisive: boolean
  midtransOrderId: string
  status: string
  grossAmount: number
  refunded: number
  attention: string[]
  movesToPaid: number
  wasGivenUp: boolean
  /** Its first news was that it had been given back already. */
  cameRefunded: boolean
}

const PAID = ['capture', 'settlement', 'partial_refund', 'refund']
const OPEN = ['created', 'pending', 'authorize']
/** What an order says that was paid by such an attempt. */
const wordsOfPaid: Record<string, string> = {
  capture: 'paid',
  settlement: 'paid',
  partial_refund: 'partially_refunded',
  refund: 'refunded',
}

/** Which word an unpaid attempt ended with may differ: who gave it up first, shop or Midtrans, chose it. */
function kindOf(status: string): 'open' | 'paid' | 'over' {
  if (PAID.includes(status)) return 'paid'
  return OPEN.includes(status) ? 'open' : 'over'
}

async function readAttempts(sql: Sql): Promise<Attempt[]> {
  return sql<Attempt>(
    `SELECT orders.id AS "orderId", orders.status AS "orderStatus",
       payment.attempt = current_attempt AS "isCurrent", paid_late AS "paidLate",
       paid_hook_done_at IS NOT NULL AS "hookDone", paid_hook_due_at IS NOT NULL AS "hookDue",
       COALESCE(paid_payment_id = payment.id, false) AS "isDecisive",
       payment.midtrans_order_id AS "midtransOrderId", payment.status,
       payment.gross_amount AS "grossAmount", refunded, attention,
       count(event.id)::int AS "movesToPaid",
       COALESCE(bool_or(event.status_seen IN ('expire', 'cancel', 'deny', 'failure')), false)
         AS "wasGivenUp",
       COALESCE(bool_or(event.status_told = 'refund'), false) AS "cameRefunded"
     FROM orders JOIN payment ON payment.order_id = orders.id
     LEFT JOIN payment_event AS event ON event.midtrans_order_id = payment.midtrans_order_id
       AND event.verdict = 'applied' AND event.status_told = ANY($1::text[])
       AND event.status_seen <> ALL($1::text[])
     GROUP BY orders.id, payment.id ORDER BY orders.id, payment.attempt`,
    [PAID],
  )
}

/** Everything that the local Midtrans knows, by order id. */
async function readLedger(sandboxUrl: string, ids: string[]) {
  const ledger = new Map<string, SandboxTransaction[]>()
  const add = (all: SandboxTransaction[]) => {
    for (const each of all) ledger.set(each.order_id, [...(ledger.get(each.order_id) ?? []), each])
  }
  const list = async (query: string): Promise<SandboxTransaction[]> => {
    const response = await fetch(`${sandboxUrl}/_sandbox/transactions?${query}`)
    if (!response.ok) throw new Error(`the ledger answered ${response.status}`)
    return (await response.json()) as SandboxTransaction[]
  }
  const newest = await list('limit=10000')
  add(newest)
  // The list is cut at ten thousand; the rest is asked for one by one.
  if (newest.length >= 10_000) {
    const missing = ids.filter((id) => !ledger.has(id))
    await inBatches(missing, 16, async (id) => add(await list(`order_id=${id}`)))
  }
  return ledger
}

function judge(attempt: Attempt, told: SandboxTransaction[]): string[] {
  const wrong: string[] = []
  const here = kindOf(attempt.status)
  const [newest] = told
  if (told.length > 1) wrong.push(`was charged ${told.length} times`)
  // What was never charged may be open or over here, but never paid.
  const there = newest ? kindOf(newest.transaction_status) : here === 'paid' ? 'nothing' : here
  if (here !== there || (here === 'paid' && newest?.transaction_status !== attempt.status)) {
    wrong.push(`is ${attempt.status} here and ${newest?.transaction_status ?? 'unknown'} there`)
  }
  if (newest && Number(newest.gross_amount) !== attempt.grossAmount) {
    wrong.push(`costs ${attempt.grossAmount} here and ${newest.gross_amount} there`)
  }
  const refundedAlike = newest ? refundedThere(newest) : 0
  if (attempt.refunded !== refundedAlike) {
    wrong.push(`has given back ${attempt.refunded} here and ${refundedAlike} there`)
  }
  if (attempt.status === 'created') wrong.push('still waits for its charge')
  if (here === 'open' && !(attempt.isCurrent && attempt.orderStatus === 'pending')) {
    wrong.push(`is open although its order is ${attempt.orderStatus}`)
  }
  const moves = here === 'paid' ? 1 : 0
  if (attempt.movesToPaid !== moves) wrong.push(`became paid ${attempt.movesToPaid} times`)
  if (attempt.isDecisive && attempt.isCurrent && attempt.wasGivenUp && !attempt.paidLate) {
    wrong.push('was paid after it was given up, and is not marked as paid late')
  }
  return wrong.map((words) => `${attempt.midtransOrderId} ${words}`)
}

function judgeOrder(attempts: Attempt[]): string[] {
  const [order] = attempts
  if (!order) return []
  const paid = attempts.filter(({ status }) => kindOf(status) === 'paid')
  const withMoney = paid.filter(({ status }) => status !== 'refund')
  const decisive = paid.find(({ isDecisive }) => isDecisive)
  const saysPaid = Object.values(wordsOfPaid).includes(order.orderStatus)
  const wrong: string[] = []
  if (paid.length > 0 !== saysPaid) {
    wrong.push(`is ${order.orderStatus} with ${paid.length} paid attempts`)
  }
  if (paid.length > 0 && !decisive) wrong.push('does not know by which attempt it was paid')
  if (decisive && wordsOfPaid[decisive.status] !== order.orderStatus) {
    wrong.push(`is ${order.orderStatus} although its payment is ${decisive.status}`)
  }
  if (withMoney.length > 0 && decisive?.status === 'refund') {
    wrong.push('counts as given back although there is money left')
  }
  for (const { isDecisive, attention, midtransOrderId } of withMoney) {
    if (!isDecisive && !attention.includes('paid_twice')) {
      wrong.push(`does not show that ${midtransOrderId} was paid as well`)
    }
  }
  const isHookOwed = paid.some(({ cameRefunded }) => !cameRefunded)
  if (isHookOwed && (!order.hookDone || order.hookDue)) wrong.push('has not run its hook')
  if (!isHookOwed && order.hookDone) wrong.push('has run its hook unpaid')
  return wrong.map((words) => `${order.orderId} ${words}`)
}

/**
 * Where the shop and the local Midtrans do not agree, or the shop does not agree with itself, in sentences.
 * Empty when all is well.
 */
export async function findDisagreements(sql: Sql, sandboxUrl: string): Promise<string[]> {
  const attempts = await readAttempts(sql)
  const ledger = await readLedger(
    sandboxUrl,
    attempts.map(({ midtransOrderId }) => midtransOrderId),
  )
  const byOrder = new Map<string, Attempt[]>()
  const wrong = await judgeRefunds(sql, ledger)
  for (const attempt of attempts) {
    byOrder.set(attempt.orderId, [...(byOrder.get(attempt.orderId) ?? []), attempt])
    wrong.push(...judge(attempt, ledger.get(attempt.midtransOrderId) ?? []))
    ledger.delete(attempt.midtransOrderId)
  }
  for (const order of byOrder.values()) wrong.push(...judgeOrder(order))
  for (const stranger of ledger.keys()) wrong.push(`${stranger} is known there only`)
  return wrong
}

/** Of each product, what can be sold and what orders hold, together. */
export function countStock(sql: Sql): Promise<Record<number, number>> {
  return countGoods({ sql } as Parameters<typeof countGoods>[0])
}

/** Those of the bodies, given by their SHA-256, that are not on record. */
export async function findUnstored(sql: Sql, digests: Iterable<string>): Promise<string[]> {
  const rows = await sql<{ digest: string }>(
    `SELECT digest FROM unnest($1::text[]) AS digest
     WHERE NOT EXISTS (SELECT FROM payment_event WHERE body_sha256 = digest)`,
    [[...new Set(digests)]],
  )
  return rows.map(({ digest }) => digest)
}
