import { getLocale } from 'next-intl/server'
import { textsOf } from '@/lib/catalogue/product-texts'
import { env } from '@/lib/env'
import type { Product } from '@/prisma/generated/client'

/**
 * The product as search engines read it (schema.org). Data, not code: no browser runs it, so the
 * policy asks no nonce of it. `<` is written so that no text can end the script.
 */
export async function ProductData({ product }: { product: Product }) {
  const { kind, description } = textsOf(product, await getLocale())
  const { APP_URL } = env()
  const url = `${APP_URL}/products/${product.slug}`
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.name,
    description: `${kind}. ${description}`,
    sku: String(product.id),
    url,
    image: `${APP_URL}/images/share/${product.slug}.png`,
    offers: {
      '@type': 'Offer',
      url,
      price: product.price,
      priceCurrency: 'IDR',
      availability: `https://schema.org/${product.stock > 0 ? 'InStock' : 'OutOfStock'}`,
      availableDeliveryMethod: 'https://schema.org/OnSitePickup',
    },
  }
  return (
    <script type="application/ld+json">{JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
  )
}
