import type { Metadata } from 'next'
import { currentCart } from '@/app/cart/cart-cookie'
import { placeOrder } from '@/app/checkout/actions'
import { currentPlacementKey } from '@/app/checkout/placement-key'
import { EmptyCart } from '@/components/cart/empty-cart'
import { CartSummary } from '@/components/checkout/cart-summary'
import { CheckoutForm } from '@/components/checkout/checkout-form'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

export const metadata: Metadata = { title: 'Checkout' }

export default async function CheckoutPage() {
  const cart = await currentCart()
  if (cart.lines.length === 0) return <EmptyCart />
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
      <h1 className="text-4xl">Checkout</h1>
      {needsChange && (
        <Notice tone="hint" className="mt-6">
          Something in your cart has changed. Please look at it before you pay.{' '}
          <a href="/cart" className="font-bold underline">
            Look at it now
          </a>
        </Notice>
      )}
      <div className="mt-6 grid items-start gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <CheckoutForm
          action={placeOrder}
          placementKey={await currentPlacementKey()}
          shownTotal={cart.total}
        />
        <div className="grid gap-4">
          <CartSummary lines={lines} total={cart.total} />
          <ButtonLink href="/cart" look="quiet">
            Change your order
          </ButtonLink>
        </div>
      </div>
    </>
  )
}
