import 'server-only'
import { db } from '@/lib/db'
import type { Product } from '@/prisma/generated/client'

const SLUG = /^[a-z0-9-]{1,80}$/

/** The largest number that fits the id column. */
export const MAX_PRODUCT_ID = 2_147_483_647

/** All products in the order of the shelf. Prices are rupiah. */
export function listProducts(): Promise<Product[]> {
  return db().product.findMany({ orderBy: { id: 'asc' } })
}

/** The product of a page's address, or null. Any text may be asked for. */
export async function findProduct(slug: string): Promise<Product | null> {
  // Postgres refuses some texts, such as one with a zero byte: ask only for what can be a slug.
  return SLUG.test(slug) ? db().product.findUnique({ where: { slug } }) : null
}

/** The products with these ids, in no promised order. Ids that nothing has are left out. */
export async function findProductsByIds(ids: number[]): Promise<Product[]> {
  const askable = ids.filter((id) => Number.isInteger(id) && id > 0 && id <= MAX_PRODUCT_ID)
  return askable.length === 0 ? [] : db().product.findMany({ where: { id: { in: askable } } })
}

/** Up to `count` products that stand beside this one: first those of its own shelf. */
export async function listNeighbours(product: Product, count: number): Promise<Product[]> {
  const others = { id: { not: product.id }, stock: { gt: 0 } }
  const [near, far] = await Promise.all(
    [{ category: product.category }, { category: { not: product.category } }].map((shelf) =>
      db().product.findMany({
        where: { ...others, ...shelf },
        orderBy: { id: 'asc' },
        take: count,
      }),
    ),
  )
  return [...(near ?? []), ...(far ?? [])].slice(0, count)
}
