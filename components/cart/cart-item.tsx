import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ProductPicture } from '@/components/catalogue/product-picture'
import { PageLink } from '@/components/ui/page-link'
import { formatRupiah } from '@/lib/money'

export type CartItemProps = {
  product: { slug: string; name: string; price: number; stock: number }
  /** Rupiah. */
  total: number
  problem?: 'sold_out' | 'not_enough_stock'
  /** The forms that change and remove the line. */
  children: ReactNode
}

export function CartItem({ product, total, problem, children }: CartItemProps) {
  const t = useTranslations('cart')
  return (
    <li className="grid grid-cols-[5rem_1fr] gap-x-4 gap-y-3 py-5 sm:grid-cols-[7rem_1fr] sm:gap-x-6">
      <ProductPicture slug={product.slug} className="w-full rounded-xl" />
      <div className="grid content-start gap-2">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 className="text-lg">
            <PageLink
              href={`/products/${product.slug}`}
              className="hover:underline hover:underline-offset-4"
            >
              {product.name}
            </PageLink>
          </h2>
          <p className="font-bold tabular-nums">{formatRupiah(total)}</p>
        </div>
        <p className="text-sm text-ink-soft tabular-nums">
          {t('each', { price: formatRupiah(product.price) })}
        </p>
        {problem && (
          <p className="font-semibold text-brick">
            {problem === 'sold_out'
              ? t('soldOutMeanwhile')
              : t('takeFewer', { stock: product.stock })}
          </p>
        )}
        <div className="flex flex-wrap items-start justify-between gap-x-4">{children}</div>
      </div>
    </li>
  )
}
