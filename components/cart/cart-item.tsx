import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ProductPicture } from '@/components/catalogue/product-picture'
import { PageLink } from '@/components/ui/page-link'
import { formatRupiah } from '@/lib/money'

export type CartItemProps = {
  product: { slug: string; name: string; price: number }
  quantity: number
  /** Rupiah. */
  total: number
  /** The forms that change and remove the line. */
  children: ReactNode
}

export function CartItem({ product, quantity, total, children }: CartItemProps) {
  const t = useTranslations('cart')
  return (
    <li className="grid grid-cols-[min(5rem,25%)_1fr] gap-x-4 gap-y-3 py-5 sm:grid-cols-[7rem_1fr] sm:gap-x-6">
      <ProductPicture slug={product.slug} className="w-full rounded-xl" />
      <div className="grid content-start gap-2">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          {/* Where the two do not fit side by side, the price is on the right all the same. */}
          <h2 className="grow basis-32 text-lead">
            <PageLink
              href={`/products/${product.slug}`}
              className="hover:underline hover:underline-offset-4"
            >
              {product.name}
            </PageLink>
          </h2>
          <p className="ml-auto whitespace-nowrap font-bold tabular-nums">{formatRupiah(total)}</p>
        </div>
        {/* A line high, so that nothing jumps when there are two of it. */}
        <p className="min-h-lh text-note text-ink-soft tabular-nums">
          {quantity > 1 && t('each', { price: formatRupiah(product.price) })}
        </p>
        <div className="flex flex-wrap items-start justify-between gap-x-4">{children}</div>
      </div>
    </li>
  )
}
