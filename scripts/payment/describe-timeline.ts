import { formatRupiah } from '@/lib/money'
import type { Timeline, TimelineEntry } from '@/lib/timeline/entry'
import { table } from '../table'

const HEAD = ['event', 'after', 'attempt', 'what', 'told', 'decision', 'took']

/** The story of an order for a terminal. */
export function describeTimeline({
  orderId,
  status,
  attempts,
  entries,
  omitted,
}: Timeline): string {
  const rows = entries.map((entry) => [
    entry.id,
    `${(entry.afterMs / 1000).toFixed(1)} s`,
    entry.attempt === null ? '' : String(entry.attempt),
    [entry.kind, entry.about === entry.kind ? '' : entry.about].join(' ').trim(),
    entry.told ?? (entry.kind === 'error' ? codeOf(entry) : ''),
    decisionOf(entry),
    entry.durationMs === null ? '' : `${entry.durationMs} ms`,
  ])
  const paid = attempts.map(
    (one) =>
      `attempt ${one.attempt}: ${one.status}, ${one.paymentType}, ${formatRupiah(one.grossAmount)}` +
      `${one.refunded > 0 ? `, given back ${formatRupiah(one.refunded)}` : ''}`,
  )
  return [
    `${orderId} is ${status}`,
    ...paid,
    ...(omitted > 0 ? [`(${omitted} earlier events are not shown)`] : []),
    '',
    table([HEAD, ...rows]),
  ]
    .join('\n')
    .replaceAll('\u00a0', ' ')
}

/** The rule that decided, such as `out_of_date: expire after settlement`. */
function decisionOf({ verdict, reason }: TimelineEntry): string {
  return [verdict, reason].filter(Boolean).join(': ')
}

function codeOf({ body }: TimelineEntry): string {
  return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : ''
}
