import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache, Suspense } from 'react'
import { addToCart } from '@/app/cart/actions'
import { shopOpenGraph } from '@/app/open-graph'
import { Neighbours } from '@/app/products/[slug]/neighbours'
import { ProductData } from '@/app/products/[slug]/product-data'
import { AddToCart } from '@/components/cart/add-to-cart'
import { CategoryName } from '@/components/catalogue/category-name'
import { ProductPicture } from '@/components/catalogue/product-picture'
import { EmptyShelf } from '@/components/catalogue/shelf'
import { Notice } from '@/components/ui/notice'
import { PageLink } from '@/components/ui/page-link'
import { isCategory } from '@/lib/catalogue/categories'
import { textsOf } from '@/lib/catalogue/product-texts'
import { findProduct } from '@/lib/catalogue/products'
import { shelfAddress } from '@/lib/catalogue/shelf-query'
import { formatRupiah } from '@/lib/money'

type ProductPageProps = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ added?: string }>
}

const productOf = cache(async ({ params }: ProductPageProps) => {
  const { slug } = await params
  return findProduct(slug)
})

export async function generateMetadata(props: ProductPageProps): Promise<Metadata> {
  const [t, locale, product] = await Promise.all([getTranslations(), getLocale(), productOf(props)])
  if (!product) return { title: t('shop.notFound.title') }
  const { kind, description } = textsOf(product, locale)
  const url = `/products/${product.slug}`
  const alt = t('catalogue.shareAlt', { product: product.name })
  const image = { url: `/images/share/${product.slug}.png`, width: 1200, height: 630, alt }
  return {
    title: `${product.name}: ${kind}`,
    description,
    alternates: { canonical: url },
    openGraph: { ...shopOpenGraph(locale), url, title: product.name, images: [image] },
  }
}

export default async function ProductPage(props: ProductPageProps) {
  const product = (await productOf(props)) ?? notFound()
  const { added } = await props.searchParams
  const [t, locale] = await Promise.all([getTranslations(), getLocale()])
  const { kind, description } = textsOf(product, locale)
  const category = isCategory(product.category) ? product.category : undefined
  return (
    <>
      <ProductData product={product} />
      <article className="grid items-start gap-5 md:grid-cols-2 md:gap-14">
        <div>
          <ProductPicture
            slug={product.slug}
            alt={product.name}
            eager
            className="w-full rounded-t-3xl max-md:aspect-4/3"
          />
          <div className="plank relative -mx-2 sm:-mx-3" />
        </div>
        <div className="grid gap-4 md:gap-5 md:pt-4">
          <p className="text-ink-soft">
            <PageLink href="/" className="underline underline-offset-4 hover:text-ink">
              {t('catalogue.allProducts')}
            </PageLink>{' '}
            /{' '}
            <PageLink
              href={shelfAddress({ text: '', category, sort: 'shelf' })}
              className="underline underline-offset-4 hover:text-ink"
            >
              <CategoryName name={product.category} />
            </PageLink>
          </p>
          <div>
            <h1 className="text-display">{product.name}</h1>
            <p className="mt-1 text-lead text-ink-soft md:mt-2">{kind}</p>
          </div>
          <p className="price-tag justify-self-start py-1.5 pr-4 pl-7 text-2xl font-extrabold tabular-nums">
            {formatRupiah(product.price)}
          </p>
          {product.stock === 0 ? (
            <Notice tone="hint">{t('catalogue.soldOutForNow')}</Notice>
          ) : (
            <AddToCart
              action={addToCart}
              productId={product.id}
              added={added !== undefined}
              words={{
                quantity: t('cart.add.quantity'),
                submit: t('cart.add.submit'),
                done: t('cart.add.done'),
                next: t('cart.add.next'),
              }}
            >
              <p className="text-ink-soft">
                {product.stock <= 20 && `${t('catalogue.onlyLeft', { stock: product.stock })} `}
                {t('catalogue.pickup')}
              </p>
            </AddToCart>
          )}
          <p className="max-w-prose border-t border-line pt-5 text-lead">{description}</p>
        </div>
      </article>
      <section className="mt-14 sm:mt-20">
        <h2 className="mb-5 text-heading">{t('catalogue.neighbours')}</h2>
        <Suspense fallback={<EmptyShelf />}>
          <Neighbours product={product} />
        </Suspense>
      </section>
    </>
  )
}
