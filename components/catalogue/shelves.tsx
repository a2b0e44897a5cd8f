import { useTranslations } from 'next-intl'
import { CategoryName } from '@/components/catalogue/category-name'
import { Shelf } from '@/components/catalogue/shelf'
import type { Product } from '@/prisma/generated/client'

/** Everything there is, each kind on a shelf of its own under its board. */
export function Shelves({ products }: { products: Product[] }) {
  const t = useTranslations('catalogue')
  const categories = [...new Set(products.map((product) => product.category))]
  if (categories.length === 0) return <p className="mt-10 text-lead">{t('empty')}</p>
  return categories.map((category, row) => (
    <section key={category} className="mt-12 sm:mt-14">
      <h2 className="sign mb-5 inline-block px-5 py-2.5 text-heading">
        <CategoryName name={category} />
      </h2>
      <Shelf
        products={products.filter((product) => product.category === category)}
        eager={row === 0}
      />
    </section>
  ))
}
