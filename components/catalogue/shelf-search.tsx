import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { ShelfQuery } from '@/lib/catalogue/shelf-query'

/** A plain form: the words go into the address, where they can be bookmarked and sent to a friend. */
export function ShelfSearch({ query }: { query: ShelfQuery }) {
  const t = useTranslations('catalogue.search')
  return (
    <search>
      <form action="/" className="flex max-w-xl gap-2">
        {query.category && <input type="hidden" name="category" value={query.category} />}
        {query.sort !== 'shelf' && <input type="hidden" name="sort" value={query.sort} />}
        <div className="relative grow">
          <Icon name="search" className="absolute top-3 left-3.5 text-ink-soft" />
          <input
            // The field is part of a page that the browser may keep: a new query is a new field.
            key={query.text}
            type="search"
            name="q"
            defaultValue={query.text}
            maxLength={80}
            aria-label={t('label')}
            placeholder={t('example')}
            autoComplete="off"
            enterKeyHint="search"
            className="min-h-12 w-full rounded-xl border border-edge bg-card pr-3 pl-12 placeholder:text-ink-soft"
          />
        </div>
        <Button type="submit">{t('submit')}</Button>
      </form>
    </search>
  )
}
