import { useTranslations } from 'next-intl'
import {
  callName,
  errorCode,
  formatAfter,
  readRule,
  readVerdict,
} from '@/components/timeline/entry-words'
import type { EntryKind, TimelineEntry } from '@/lib/timeline/entry'

/** More do not fit a page that anyone reads. */
const MOST_ROWS = 40
const ROW = 58
const TOP = 56
const WIDTH = 640
const lanes = { shopper: 104, shop: 232, midtrans: 590 } as const

type Lane = keyof typeof lanes

/** Where an entry goes from and to; the same lane twice is something the shop did by itself. */
function courseOf({ kind }: TimelineEntry): [from: Lane, to: Lane] {
  if (kind === 'placed') return ['shopper', 'shop']
  if (kind === 'call') return ['shop', 'midtrans']
  if (kind === 'answer' || kind === 'error' || kind === 'notification') return ['midtrans', 'shop']
  return ['shop', 'shop']
}

/** The entries as a sequence diagram. The list below says the same in words. */
export function SequenceDiagram({ entries }: { entries: TimelineEntry[] }) {
  const t = useTranslations('timeline')
  const shown = entries.slice(-MOST_ROWS)
  const height = TOP + shown.length * ROW + 12
  const names: Record<Lane, string> = {
    shopper: t('diagram.shopper'),
    shop: t('diagram.shop'),
    midtrans: 'Midtrans',
  }
  return (
    <section className="scroll-mt-4">
      <h2 className="text-heading">{t('diagram.heading')}</h2>
      {shown.length < entries.length && (
        <p className="mt-2 text-ink-soft">{t('diagram.latest', { count: String(shown.length) })}</p>
      )}
      <div className="mt-4 scroll-shade overflow-x-auto rounded-2xl border border-line">
        <svg
          viewBox={`0 0 ${WIDTH} ${height}`}
          width={WIDTH}
          height={height}
          className="mx-auto max-w-none fill-ink text-[13px]"
        >
          <title>{t('diagram.alt', { count: String(shown.length) })}</title>
          <defs>
            <marker
              id="head"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              orient="auto"
            >
              <path d="M0 0 8 4 0 8Z" className="fill-ink" />
            </marker>
          </defs>
          {(Object.keys(lanes) as Lane[]).map((lane) => (
            <g key={lane}>
              <line
                x1={lanes[lane]}
                y1={40}
                x2={lanes[lane]}
                y2={height}
                className="stroke-edge"
                strokeDasharray="2 5"
              />
              <text x={lanes[lane]} y={26} textAnchor="middle" className="font-bold">
                {names[lane]}
              </text>
            </g>
          ))}
          {shown.map((entry, index) => (
            <Row key={entry.id} entry={entry} y={TOP + index * ROW} />
          ))}
        </svg>
      </div>
    </section>
  )
}

function Row({ entry, y }: { entry: TimelineEntry; y: number }) {
  const t = useTranslations('timeline')
  const [from, to] = courseOf(entry)
  const [x1, x2] = [lanes[from], lanes[to]]
  const isBad = entry.kind === 'error' || entry.kind === 'refused'
  const tone = isBad ? 'fill-brick' : ''
  const labels: Partial<Record<EntryKind, string>> = {
    placed: t('diagram.placed'),
    notification: t('diagram.notification'),
    call: callName(entry),
    decision: t('entries.decision'),
    replay: t('entries.replay'),
    refused: t('entries.refused', { call: callName(entry) }),
  }
  const told = entry.kind === 'error' ? errorCode(entry) : entry.told
  const took = entry.durationMs !== null && `· ${entry.durationMs} ms`
  const verdict = readVerdict(entry)
  const rule = readRule(entry)
  const reason = rule ? t(`rule.${rule.name}`, rule) : (entry.reason ?? '')
  return (
    // Links also make the keyboard reach what scrolls.
    <a href={`#event-${entry.id}`}>
      <text x={12} y={y + 24} className="fill-ink-soft tabular-nums">
        {formatAfter(entry.afterMs)}
      </text>
      {from === to ? (
        <circle cx={x1} cy={y + 20} r={5} className={tone} />
      ) : (
        <line
          x1={x1}
          y1={y + 20}
          x2={x2 + (x2 > x1 ? -2 : 2)}
          y2={y + 20}
          className={isBad ? 'stroke-brick' : 'stroke-ink'}
          strokeWidth={1.5}
          strokeDasharray={entry.kind === 'answer' || entry.kind === 'error' ? '6 4' : undefined}
          markerEnd="url(#head)"
        />
      )}
      <text
        x={from === to ? x1 + 14 : (x1 + x2) / 2}
        y={from === to ? y + 24 : y + 13}
        textAnchor={from === to ? 'start' : 'middle'}
        className={tone}
      >
        {[labels[entry.kind], told, took].filter(Boolean).join(' ')}
      </text>
      {verdict && (
        <text x={lanes.shop + 14} y={y + 37} className="fill-ink-soft">
          {`${t(`verdict.${verdict}`)}: ${reason}`}
        </text>
      )}
    </a>
  )
}
