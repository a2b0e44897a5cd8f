'use client'

import { useCartCount } from '@/components/cart/cart-count'
import { NavLink } from '@/components/layout/nav-link'

type CartLinkProps = {
  label: string
  oneItem: string
  /** With `#` where the number goes: it changes here, before the server is asked. */
  manyItems: string
}

/** The link's name is its label alone; how much is in the cart is its description. */
export function CartLink({ label, oneItem, manyItems }: CartLinkProps) {
  const { count } = useCartCount()
  return (
    <>
      <NavLink href="/cart" icon="cart" aria-describedby="cart-count">
        {label}
        <span
          aria-hidden="true"
          className="grid h-6 min-w-6 place-items-center rounded-full bg-turmeric px-1.5 text-sm font-extrabold text-on-turmeric tabular-nums empty:hidden max-sm:absolute max-sm:-top-1.5 max-sm:left-[calc(50%+0.125rem)] max-sm:h-5 max-sm:min-w-5 max-sm:px-1 max-sm:text-xs"
        >
          {count > 99 ? '99+' : count || null}
        </span>
      </NavLink>
      <span id="cart-count" className="sr-only" aria-live="polite">
        {count === 1 ? oneItem : manyItems.replace('#', String(count))}
      </span>
    </>
  )
}
