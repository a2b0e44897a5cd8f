import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { type ShelfQuery, shelfAddress } from '@/lib/catalogue/shelf-query'

/** Nothing has these words: perhaps another shelf does, and else there is the rest of the shop. */
export function NothingFound({ query }: { query: ShelfQuery }) {
  const t = useTranslations('catalogue.nothing')
  const everywhere = shelfAddress({ ...query, category: undefined })
  return (
    <div aria-live="polite" className="mt-6">
      <EmptyState
        picture="empty-shelf"
        title={query.text ? t('heading', { text: query.text }) : t('emptyShelf')}
        text={t('text')}
      >
        {query.text && query.category && (
          <ButtonLink href={everywhere}>{t('everyShelf')}</ButtonLink>
        )}
        <ButtonLink href="/" look={query.text && query.category ? 'secondary' : 'primary'}>
          {t('allProducts')}
        </ButtonLink>
      </EmptyState>
    </div>
  )
}
