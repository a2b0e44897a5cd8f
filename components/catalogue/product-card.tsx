import { useLocale, useTranslations } from 'next-intl'
import { ProductPicture } from '@/components/catalogue/product-picture'
import { PageLink } from '@/components/ui/page-link'
import { textsOf } from '@/lib/catalogue/product-texts'
import { formatRupiah } from '@/lib/money'
import type { Product } from '@/prisma/generated/client'

/** A thing on its shelf: the board under it, and the price on the board's edge. */
export function ProductCard({ product, eager }: { product: Product; eager: boolean }) {
  const t = useTranslations('catalogue')
  const { kind } = textsOf(product, useLocale())
  const soldOut = product.stock === 0
  return (
    <PageLink href={`/products/${product.slug}`} className="group block rounded-t-2xl">
      <span className="block overflow-hidden rounded-t-2xl">
        <ProductPicture
          slug={product.slug}
          eager={eager}
          className={`w-full origin-bottom transition-transform duration-300 group-hover:scale-103 ${soldOut ? 'opacity-45 grayscale' : ''}`}
        />
      </span>
      {/* Longer than the picture, so that the boards of a row meet. */}
      <span className="plank relative -mx-2 block sm:-mx-3" />
      <span className="price-tag relative ml-2 -mt-1.5 inline-block pr-2.5 text-note font-extrabold tabular-nums">
        {soldOut ? t('soldOut') : formatRupiah(product.price)}
      </span>
      <span className="mt-2 block text-balance font-bold leading-snug group-hover:underline group-hover:underline-offset-4">
        {product.name}
      </span>
      <span className="mt-0.5 block text-note text-ink-soft">{kind}</span>
    </PageLink>
  )
}
