import { useMessages, useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageLink } from '@/components/ui/page-link'
import { type ShelfQuery, shelfAddress } from '@/lib/catalogue/shelf-query'

/** Nothing has these words: perhaps another shelf does, and else there is the rest of the shop. */
export function NothingFound({ query }: { query: ShelfQuery }) {
  const t = useTranslations('catalogue.nothing')
  const names = useMessages().catalogue.categories
  const { text, category } = query
  const title = category && text ? t('onShelf', { text, shelf: names[category] }) : undefined
  return (
    <div aria-live="polite" className="mt-6">
      <EmptyState
        picture="empty-shelf"
        title={title ?? (text ? t('heading', { text }) : t('emptyShelf'))}
        text={t('text')}
      >
        {title ? (
          <>
            <ButtonLink href={shelfAddress({ ...query, category: undefined })}>
              {t('everyShelf', { text })}
            </ButtonLink>
            <PageLink
              href="/"
              className="inline-flex min-h-12 items-center px-3 font-bold text-accent underline underline-offset-4"
            >
              {t('allProducts')}
            </PageLink>
          </>
        ) : (
          <ButtonLink href="/">{t('allProducts')}</ButtonLink>
        )}
      </EmptyState>
    </div>
  )
}
