import type { Metadata } from 'next'
import { getMessages, getTranslations } from 'next-intl/server'
import { browserSecret } from '@/app/browser-secret'
import { currentCart } from '@/app/cart/cart-cookie'
import { placeOrder } from '@/app/checkout/actions'
import { currentPlacementKey } from '@/app/checkout/placement-key'
import { EmptyCart } from '@/components/cart/empty-cart'
import { CartSummary } from '@/components/checkout/cart-summary'
import { CheckoutForm } from '@/components/checkout/checkout-form'
import { LookAgain } from '@/components/orders/look-again'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { describeCart } from '@/lib/cart/read-cart'
import { formatRupiah } from '@/lib/money'
import { listOwnOrders } from '@/lib/orders/list-own-orders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('checkout')
  return { title: t('title'), robots: { index: false } }
}

/** Without JavaScript the way back from the wallet ends here, where the form was. */
async function findWaitingOrder() {
  const orders = await listOwnOrders(await browserSecret())
  return orders.find(({ status }) => status === 'pending')
}

export default async function CheckoutPage() {
  const cart = await currentCart()
  const t = await getTranslations('checkout')
  if (cart.lines.length === 0) {
    const waiting = await findWaitingOrder()
    return (
      <>
        {waiting && (
          <Notice tone="hint">
            {t('waiting')}{' '}
            <a href={`/orders/${waiting.orderId}`} className="font-bold underline">
              {t('seeWaiting')}
            </a>
            <LookAgain />
          </Notice>
        )}
        <EmptyCart />
      </>
    )
  }
  const lines = cart.lines.map(({ product, quantity, total }) => ({
    productId: product.id,
    name: product.name,
    quantity,
    total,
  }))
  const needsChange =
    cart.damaged || cart.unknownProducts || cart.lines.some((line) => line.problem)
  return (
    <>
      <h1 className="text-title">{t('title')}</h1>
      {needsChange && (
        <Notice tone="hint" className="mt-6">
          {t('cartChanged')}{' '}
          <a href="/cart" className="font-bold underline">
            {t('lookAtCart')}
          </a>
        </Notice>
      )}
      <div className="mt-6 grid items-start gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <CheckoutForm
          action={placeOrder}
          placementKey={await currentPlacementKey()}
          shownCart={describeCart(cart)}
          words={(await getMessages()).checkout.form}
        >
          {/* The summary may be far away, or scrolled out of sight. */}
          <p className="flex flex-wrap justify-between gap-x-4 border-t border-line pt-5 text-lead font-extrabold">
            <span>{t('summary.total')}</span>
            <span className="tabular-nums">{formatRupiah(cart.total)}</span>
          </p>
        </CheckoutForm>
        <div className="grid gap-4">
          <CartSummary lines={lines} total={cart.total} />
          <ButtonLink href="/cart" look="quiet">
            {t('change')}
          </ButtonLink>
        </div>
      </div>
    </>
  )
}
