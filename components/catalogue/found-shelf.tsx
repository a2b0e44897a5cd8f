import { useMessages, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Shelf } from '@/components/catalogue/shelf'
import type { ShelfQuery } from '@/lib/catalogue/shelf-query'
import type { Product } from '@/prisma/generated/client'

type FoundShelfProps = {
  query: ShelfQuery
  products: Product[]
  /** The choice of order. */
  children: ReactNode
}

/** What was looked for, how much of it there is, and the things themselves. */
export function FoundShelf({ query, products, children }: FoundShelfProps) {
  const t = useTranslations('catalogue')
  const names = useMessages().catalogue.categories
  const { text, category } = query
  const count = products.length
  const shelf = category ? names[category] : t('everything')
  return (
    <section className="mt-8">
      <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        {/* Another choice replaces only what changes: the number is then read out. */}
        <div aria-live="polite">
          <h1 className="text-title wrap-anywhere">
            {text ? t(category ? 'found.onShelf' : 'found.heading', { count, text, shelf }) : shelf}
          </h1>
          {!text && <p className="mt-2">{t('found.count', { count })}</p>}
        </div>
        {children}
      </div>
      <Shelf products={products} eager />
    </section>
  )
}
