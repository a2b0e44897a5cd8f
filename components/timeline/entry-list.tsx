import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EntryItem } from '@/components/timeline/entry-item'
import type { TimelineEntry } from '@/lib/timeline/entry'

type EntryListProps = {
  entries: TimelineEntry[]
  omitted: number
  /** The form that replays a notification, by its event. */
  replayOf: (event: string) => ReactNode
}

/** Every entry, oldest first, with its body and the command that makes the call again. */
export function EntryList({ entries, omitted, replayOf }: EntryListProps) {
  const t = useTranslations('timeline')
  return (
    <section>
      <h2 className="text-heading">{t('entries.heading')}</h2>
      {omitted > 0 && (
        <p className="mt-2 text-ink-soft">{t('omitted', { count: String(omitted) })}</p>
      )}
      <ol className="mt-4 grid gap-3">
        {entries.map((entry) => (
          <EntryItem key={entry.id} entry={entry}>
            {entry.kind === 'notification' && replayOf(entry.id)}
          </EntryItem>
        ))}
      </ol>
    </section>
  )
}
