import { useTranslations } from 'next-intl'
import { CategoryName } from '@/components/catalogue/category-name'
import { PageLink } from '@/components/ui/page-link'
import { categories } from '@/lib/catalogue/categories'
import { type ShelfQuery, shelfAddress, sorts } from '@/lib/catalogue/shelf-query'

const board =
  'inline-flex min-h-11 items-center rounded-lg border-2 px-4 font-bold transition-colors'
// Without colours of our own, the system's for what is selected.
const chosen =
  'sign forced-colors:forced-color-adjust-none forced-colors:bg-[SelectedItem] forced-colors:text-[SelectedItemText]'
const other = 'border-edge bg-card hover:border-accent hover:bg-leaf'

/** One shelf, or all of them. Links, so that each choice is an address of its own. */
export function CategoryChoice({ query }: { query: ShelfQuery }) {
  const t = useTranslations('catalogue')
  const look = (current: boolean) => `${board} ${current ? chosen : other}`
  return (
    <nav aria-label={t('category')}>
      <ul className="flex flex-wrap gap-2">
        {[undefined, ...categories].map((category) => (
          <li key={category ?? 'all'}>
            <PageLink
              href={shelfAddress({ ...query, category })}
              aria-current={category === query.category ? 'true' : undefined}
              className={look(category === query.category)}
            >
              {category ? <CategoryName name={category} /> : t('everything')}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export function SortChoice({ query }: { query: ShelfQuery }) {
  const t = useTranslations('catalogue.sort')
  return (
    <nav
      aria-labelledby="sort-label"
      className="-mr-2 flex flex-wrap items-center gap-x-1 text-note"
    >
      <p id="sort-label" className="text-ink-soft">
        {t('label')}
      </p>
      <ul className="flex flex-wrap max-sm:-ml-2">
        {sorts.map((sort) => (
          <li key={sort}>
            <PageLink
              href={shelfAddress({ ...query, sort })}
              aria-current={sort === query.sort ? 'true' : undefined}
              className="inline-flex min-h-11 items-center rounded-lg px-2 underline underline-offset-4 hover:bg-stone aria-[current=true]:font-bold aria-[current=true]:no-underline"
            >
              {t(sort)}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
