import type { Finding, MarkedPayment } from '@/lib/orders/reconcile'
import { table } from '../table'

const HEAD = ['order', 'attempt', 'here', 'Midtrans', 'what was done']

/** A table of what differed or was changed, and how many agree. */
export function summarize(findings: readonly Finding[]): string {
  const shown = findings.filter(({ agrees, done }) => !agrees || done !== '')
  const rows = shown.map(({ orderId, attempt, here, midtrans, done, agrees }) => [
    orderId,
    String(attempt),
    here,
    midtrans,
    [done, ...(agrees ? [] : ['STILL DIFFERS'])].filter(Boolean).join(', '),
  ])
  const differing = findings.filter(({ agrees }) => !agrees).length
  const sentence =
    differing === 0
      ? `All ${findings.length} agree.`
      : `${findings.length - differing} of ${findings.length} agree, ${differing} do not.`
  return rows.length === 0 ? sentence : `\n${table([HEAD, ...rows])}\n\n${sentence}`
}

/** A table of what only a person can settle. */
export function listMarked(payments: readonly MarkedPayment[]): string {
  if (payments.length === 0) return 'No payment is marked for a person.'
  const rows = payments.map(({ orderId, attempt, status, attention }) => [
    orderId,
    String(attempt),
    status,
    attention.join(', '),
  ])
  return `\nFor a person to look at:\n${table([['order', 'attempt', 'here', 'why'], ...rows])}`
}
