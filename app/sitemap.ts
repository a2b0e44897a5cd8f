import type { MetadataRoute } from 'next'
import { categories } from '@/lib/catalogue/categories'
import { listProducts } from '@/lib/catalogue/products'
import { shelfAddress } from '@/lib/catalogue/shelf-query'
import { env } from '@/lib/env'

// What the shop sells is in the database, which a build does not have.
export const dynamic = 'force-dynamic'

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const products = await listProducts()
  const paths = [
    '/',
    '/help',
    ...categories.map((category) => shelfAddress({ text: '', category, sort: 'shelf' })),
    ...products.map(({ slug }) => `/products/${slug}`),
  ]
  return paths.map((path) => ({ url: `${env().APP_URL}${path}` }))
}
