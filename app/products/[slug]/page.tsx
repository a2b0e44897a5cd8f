import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { addToCart } from '@/app/cart/actions'
import { AddToCart } from '@/components/cart/add-to-cart'
import { ProductPicture } from '@/components/catalogue/product-picture'
import { Notice } from '@/components/ui/notice'
import { PageLink } from '@/components/ui/page-link'
import { findProduct } from '@/lib/catalogue/products'
import { formatRupiah } from '@/lib/money'

type ProductPageProps = { params: Promise<{ slug: string }> }

const productOf = cache(async ({ params }: ProductPageProps) => {
  const { slug } = await params
  return findProduct(slug)
})

export async function generateMetadata(props: ProductPageProps): Promise<Metadata> {
  const product = await productOf(props)
  return product ? { title: product.name, description: product.description } : {}
}

export default async function ProductPage(props: ProductPageProps) {
  const product = (await productOf(props)) ?? notFound()
  return (
    <article className="grid items-start gap-8 md:grid-cols-2 md:gap-14">
      <ProductPicture slug={product.slug} alt={product.name} eager className="w-full rounded-3xl" />
      <div className="grid gap-5 md:pt-6">
        <p className="text-ink-soft">
          <PageLink href="/" className="underline underline-offset-4 hover:text-ink">
            All products
          </PageLink>{' '}
          / {product.category}
        </p>
        <h1 className="text-4xl sm:text-5xl">{product.name}</h1>
        <p className="text-2xl font-extrabold tabular-nums">{formatRupiah(product.price)}</p>
        <p className="max-w-prose text-lg">{product.description}</p>
        {product.stock === 0 ? (
          <Notice tone="hint">Sold out for now. Please ask again in a few days.</Notice>
        ) : (
          <AddToCart action={addToCart} productId={product.id} />
        )}
        <p className="border-t border-line pt-5 text-ink-soft">
          {product.stock > 0 && product.stock <= 20 && `Only ${product.stock} left. `}
          Pickup at the shop, packed when you come.
        </p>
      </div>
    </article>
  )
}
