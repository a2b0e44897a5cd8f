import { ProductPicture } from '@/components/catalogue/product-picture'
import { PageLink } from '@/components/ui/page-link'
import { formatRupiah } from '@/lib/money'

export type ProductCardProps = {
  product: { slug: string; name: string; price: number; stock: number }
  eager: boolean
}

export function ProductCard({ product, eager }: ProductCardProps) {
  const soldOut = product.stock === 0
  return (
    <PageLink href={`/products/${product.slug}`} className="group block rounded-2xl">
      <span className="relative block overflow-hidden rounded-2xl">
        <ProductPicture
          slug={product.slug}
          eager={eager}
          className={`w-full transition-transform duration-300 group-hover:scale-103 ${soldOut ? 'opacity-45 grayscale' : ''}`}
        />
        {soldOut && (
          <span className="absolute top-3 left-3 rounded-lg bg-card px-2.5 py-1 text-sm font-bold">
            Sold out
          </span>
        )}
      </span>
      <span className="mt-3 block text-balance font-bold leading-snug group-hover:underline group-hover:underline-offset-4">
        {product.name}
      </span>
      <span className="mt-0.5 block text-ink-soft tabular-nums">{formatRupiah(product.price)}</span>
    </PageLink>
  )
}
