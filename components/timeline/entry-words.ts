import type { TimelineEntry } from '@/lib/timeline/entry'

/** A call as Midtrans's documentation writes it, or what was asked of the shop. */
export function callName({ kind, about }: Pick<TimelineEntry, 'kind' | 'about'>): string {
  if (kind === 'refused') return about
  return about === 'status' ? `GET ${about}` : `POST ${about}`
}

/** `+1.234 s` since the order was placed; longer ones in minutes and hours. */
export function formatAfter(ms: number): string {
  const seconds = ms / 1000
  if (seconds < 60) return `+${seconds.toFixed(3)} s`
  const minutes = Math.floor(seconds / 60)
  const rest = String(Math.floor(seconds % 60)).padStart(2, '0')
  if (minutes < 60) return `+${minutes}:${rest} min`
  return `+${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} h`
}

/** The time of day in Midtrans's zone, as the bodies have it. */
export function formatClock(iso: string): string {
  const there = new Date(Date.parse(iso) + 7 * 3_600_000)
  return `${there.toISOString().slice(0, 23).replace('T', ' ')} WIB`
}

/** What an answer that is no transaction was called. */
export function errorCode({ body }: Pick<TimelineEntry, 'body'>): string {
  return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '?'
}

/** The rule that decided: the status that was told, and the one that was known before, if that mattered. */
export function readRule({ reason }: Pick<TimelineEntry, 'reason'>) {
  const match = /^(\S+) (?:after (\S+)|of another transaction)$/.exec(reason ?? '')
  if (!match) return undefined
  const [, told = '', known = ''] = match
  return { name: known ? 'after' : 'another', told, known } as const
}

const verdicts = ['applied', 'known', 'out_of_date', 'doubtful', 'marked', 'unknown_order'] as const

/** What was decided, for which there are words. */
export function readVerdict({ verdict }: Pick<TimelineEntry, 'verdict'>) {
  return verdicts.find((one) => one === verdict)
}
