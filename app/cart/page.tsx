import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { changeQuantity, removeFromCart } from '@/app/cart/actions'
import { currentCart } from '@/app/cart/cart-cookie'
import { CartItem } from '@/components/cart/cart-item'
import { CheckoutLink } from '@/components/cart/checkout-link'
import { EmptyCart } from '@/components/cart/empty-cart'
import { QuantityForm } from '@/components/cart/quantity-form'
import { RemoveForm } from '@/components/cart/remove-form'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { formatRupiah } from '@/lib/money'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cart')
  return { title: t('title'), robots: { index: false } }
}

export default async function CartPage() {
  const [t, cart] = await Promise.all([getTranslations('cart'), currentCart()])
  const notices = [
    cart.damaged && t('damaged'),
    cart.unknownProducts && t('unknownProducts'),
  ].filter((notice) => notice !== false)
  const blocked = cart.lines.some((line) => line.problem)
  return (
    <>
      {notices.map((notice) => (
        <Notice key={notice} tone="hint" className="mb-6">
          {notice}
        </Notice>
      ))}
      {cart.lines.length === 0 ? (
        <EmptyCart />
      ) : (
        <div className="grid items-start gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div>
            <h1 tabIndex={-1} className="rounded-sm text-title">
              {t('heading')}
            </h1>
            <ul className="mt-6 divide-y divide-line border-y border-line">
              {cart.lines.map(({ product, quantity, total, problem }) => (
                <CartItem key={product.id} product={product} quantity={quantity} total={total}>
                  <QuantityForm
                    action={changeQuantity}
                    productId={product.id}
                    quantity={quantity}
                    problem={
                      problem && {
                        sentence: t(`line.${problem}`, { stock: product.stock }),
                        rest: product.stock,
                        take: t.rich('line.take', {
                          stock: product.stock,
                          product: product.name,
                          name: (name) => <span className="sr-only">{name}</span>,
                        }),
                      }
                    }
                    words={{
                      quantity: t('line.quantity', { product: product.name }),
                      less: t('line.less', { product: product.name }),
                      more: t('line.more', { product: product.name }),
                      update: t('line.update'),
                    }}
                  />
                  <RemoveForm action={removeFromCart} productId={product.id} quantity={quantity}>
                    {t.rich('line.remove', {
                      product: product.name,
                      name: (name) => <span className="sr-only">{name}</span>,
                    })}
                  </RemoveForm>
                </CartItem>
              ))}
            </ul>
          </div>
          <Panel className="grid gap-4 lg:sticky lg:top-24">
            <p aria-live="polite" className="flex justify-between gap-4 text-xl font-extrabold">
              <span>{t('total')}</span>{' '}
              <span className="tabular-nums">{formatRupiah(cart.total)}</span>
            </p>
            <p className="text-ink-soft">{t('pickup')}</p>
            {blocked ? (
              <Notice tone="hint">{t('blocked')}</Notice>
            ) : (
              <CheckoutLink>{t('checkout')}</CheckoutLink>
            )}
          </Panel>
        </div>
      )}
    </>
  )
}
