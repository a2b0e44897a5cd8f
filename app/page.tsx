import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FoundShelf } from '@/components/catalogue/found-shelf'
import { NothingFound } from '@/components/catalogue/nothing-found'
import { CategoryChoice, SortChoice } from '@/components/catalogue/shelf-choice'
import { ShelfSearch } from '@/components/catalogue/shelf-search'
import { Shelves } from '@/components/catalogue/shelves'
import { ShopFront } from '@/components/catalogue/shop-front'
import { searchProducts } from '@/lib/catalogue/search-products'
import { readShelfQuery, shelfAddress } from '@/lib/catalogue/shelf-query'

type CataloguePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: CataloguePageProps): Promise<Metadata> {
  const [t, query] = [await getTranslations('catalogue'), readShelfQuery(await searchParams)]
  const { text, category } = query
  return {
    ...(text && { title: withShopName(t('found.title', { text })), robots: { index: false } }),
    ...(!text && category && { title: withShopName(t(`categories.${category}`)) }),
    // However it is sorted, it is the same page.
    alternates: { canonical: shelfAddress({ text: '', category, sort: 'shelf' }) },
  }
}

/** The layout's template is for the pages below it, and this one is beside it. */
const withShopName = (words: string) => ({ absolute: `${words} · Tokoku` })

/** The shop front with all shelves; or, once something is looked for, what was found. */
export default async function CataloguePage({ searchParams }: CataloguePageProps) {
  const query = readShelfQuery(await searchParams)
  const products = await searchProducts(query)
  const isFront = shelfAddress(query) === '/'
  return (
    <>
      {isFront && <ShopFront />}
      <div className="grid gap-4">
        <ShelfSearch query={query} />
        <CategoryChoice query={query} />
      </div>
      {isFront && <Shelves products={products} />}
      {!isFront && products.length > 0 && (
        <FoundShelf query={query} products={products}>
          <SortChoice query={query} />
        </FoundShelf>
      )}
      {!isFront && products.length === 0 && <NothingFound query={query} />}
    </>
  )
}
