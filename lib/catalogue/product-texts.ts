import type { Locale } from '@/lib/i18n/locales'
import type { Product } from '@/prisma/generated/client'

/** What a product is, in a few words and at length, in the shopper's language. */
export function textsOf(product: Product, locale: Locale): { kind: string; description: string } {
  return locale === 'id'
    ? { kind: product.kindId, description: product.descriptionId }
    : { kind: product.kindEn, description: product.descriptionEn }
}
