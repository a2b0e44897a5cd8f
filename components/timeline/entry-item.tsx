import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { isDeed } from '@/components/timeline/deeds'
import {
  callName,
  errorCode,
  formatAfter,
  formatClock,
  readRule,
  readVerdict,
} from '@/components/timeline/entry-words'
import type { EntryKind, TimelineEntry } from '@/lib/timeline/entry'

const edges: Record<EntryKind, string> = {
  placed: 'border-l-edge',
  call: 'border-l-accent',
  answer: 'border-l-accent',
  notification: 'border-l-turmeric',
  replay: 'border-l-turmeric',
  decision: 'border-l-edge',
  error: 'border-l-brick',
  refused: 'border-l-brick',
}

/** One entry: what it was, what it told, and what was decided by which rule. */
export function EntryItem({ entry, children }: { entry: TimelineEntry; children: ReactNode }) {
  const t = useTranslations('timeline')
  const verdict = readVerdict(entry)
  const rule = readRule(entry)
  const reason = rule ? t(`rule.${rule.name}`, rule) : entry.reason
  const told = entry.kind === 'error' ? errorCode(entry) : (entry.told ?? undefined)
  const facts = [
    entry.attempt !== null && t('entries.attempt', { attempt: String(entry.attempt) }),
    entry.durationMs !== null && t('entries.took', { ms: String(entry.durationMs) }),
    entry.instance && t('entries.instance', { instance: entry.instance }),
  ].filter(Boolean)
  return (
    <li
      id={`event-${entry.id}`}
      className={`grid gap-2 scroll-mt-4 rounded-xl border border-l-4 border-line bg-card px-4 py-3 ${edges[entry.kind]}`}
    >
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <time dateTime={entry.at} className="font-mono text-note text-ink-soft tabular-nums">
          {formatAfter(entry.afterMs)}
        </time>
        <h3 className="text-base">{t(`entries.${entry.kind}`, { call: callName(entry) })}</h3>
        {told && <code className="rounded-md bg-stone px-2 font-mono text-note">{told}</code>}
      </div>
      {verdict && (
        <p>
          <strong>{t(`verdict.${verdict}`)}</strong>
          {reason && `: ${reason}`}
        </p>
      )}
      {entry.kind === 'refused' && isDeed(entry.reason) && <p>{t(`did.${entry.reason}`)}</p>}
      <p className="text-note wrap-anywhere text-ink-soft">
        {[formatClock(entry.at), ...facts].join(' · ')}
      </p>
      {entry.body !== null && (
        <Fold name={t('entries.body')}>{JSON.stringify(entry.body, null, 2)}</Fold>
      )}
      {entry.curl && <Fold name={t('entries.curl')}>{entry.curl}</Fold>}
      {children}
    </li>
  )
}

function Fold({ name, children }: { name: string; children: string }) {
  return (
    <details>
      <summary className="w-fit cursor-pointer font-semibold text-accent">{name}</summary>
      <pre className="mt-2 rounded-lg bg-stone p-3 font-mono text-note wrap-anywhere whitespace-pre-wrap">
        {children}
      </pre>
    </details>
  )
}
