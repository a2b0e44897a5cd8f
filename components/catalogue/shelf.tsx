import { ProductCard } from '@/components/catalogue/product-card'
import type { Product } from '@/prisma/generated/client'

/** Two beside each other on a phone, or one where letters are large. */
const grid =
  'grid grid-cols-[repeat(auto-fill,minmax(min(100%,max(8rem,40%)),1fr))] gap-x-4 gap-y-9 sm:grid-cols-2 sm:gap-x-6 lg:grid-cols-4'

/** Things side by side. `eager` is for the first shelf of a page: its pictures are wanted at once. */
export function Shelf({ products, eager = false }: { products: Product[]; eager?: boolean }) {
  return (
    <ul className={grid}>
      {products.map((product, place) => (
        <li key={product.id}>
          <ProductCard product={product} eager={eager && place < 4} />
        </li>
      ))}
    </ul>
  )
}

/** How many things stand beside another one. */
export const NEIGHBOURS = 4

/**
 * As large as the shelf of neighbours, while they are being fetched. Without scripts nothing would
 * ever take its place, so then it is not shown.
 */
export function EmptyShelf() {
  return (
    <ul aria-hidden="true" className={`${grid} [@media(scripting:none)]:hidden`}>
      {Array.from({ length: NEIGHBOURS }, (_, place) => `place ${place}`).map((place) => (
        <li key={place}>
          <span className="block aspect-square rounded-t-2xl bg-stone" />
          <span className="plank relative -mx-2 block sm:-mx-3" />
          <span className="block h-20" />
        </li>
      ))}
    </ul>
  )
}
