import type { Metadata } from 'next'
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

export const metadata: Metadata = { title: 'Cart' }

export default async function CartPage() {
  const cart = await currentCart()
  const notices = [
    cart.damaged &&
      'Part of your cart could not be read and was left out. Please check what is here.',
    cart.unknownProducts && 'Something in your cart is not sold any more and was left out.',
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
            <h1 className="text-4xl">Your cart</h1>
            <ul className="mt-6 divide-y divide-line border-y border-line">
              {cart.lines.map(({ product, quantity, total, problem }) => (
                <CartItem key={product.id} product={product} total={total} problem={problem}>
                  <QuantityForm
                    action={changeQuantity}
                    productId={product.id}
                    productName={product.name}
                    quantity={quantity}
                  />
                  <RemoveForm
                    action={removeFromCart}
                    productId={product.id}
                    productName={product.name}
                    quantity={quantity}
                  />
                </CartItem>
              ))}
            </ul>
          </div>
          <Panel className="grid gap-4 lg:sticky lg:top-24">
            <p aria-live="polite" className="flex justify-between gap-4 text-xl font-extrabold">
              <span>Total</span> <span className="tabular-nums">{formatRupiah(cart.total)}</span>
            </p>
            <p className="text-ink-soft">
              You pick it up at the shop: no address, nothing to add for delivery.
            </p>
            {blocked ? (
              <Notice tone="hint">Change the marked lines first, then go on.</Notice>
            ) : (
              <CheckoutLink />
            )}
          </Panel>
        </div>
      )}
    </>
  )
}
