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
  const shelf = query.category ? names[query.category] : t('everything')
  return (
    <section className="mt-8">
      <h1 className="text-title">
        {query.text ? t('found.heading', { text: query.text }) : shelf}
      </h1>
      <div className="mt-2 mb-6 flex flex-wrap items-center justify-between gap-x-6">
        {/* Another choice replaces only what changes: the number is then read out. */}
        <p aria-live="polite">
          {t(query.text && query.category ? 'found.countOnShelf' : 'found.count', {
            count: products.length,
            shelf,
          })}
        </p>
        {children}
      </div>
      <Shelf products={products} eager />
    </section>
  )
}
