'use client'

import { useCartCount } from '@/components/cart/cart-count'
import { PageLink } from '@/components/ui/page-link'

/** The link's name is `Cart` alone; how much is in it is its description. */
export function CartLink() {
  const { count } = useCartCount()
  return (
    <>
      <PageLink
        href="/cart"
        aria-describedby="cart-count"
        className="flex min-h-11 items-center gap-2 rounded-xl px-3 font-bold hover:bg-stone"
      >
        <svg
          aria-hidden="true"
          viewBox="0 0 24 24"
          className="size-6 fill-none stroke-current stroke-2"
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          <path d="M3.5 10.5h17l-1.6 8.2a2 2 0 0 1-2 1.6H7.1a2 2 0 0 1-2-1.6L3.5 10.5ZM7 10.5l3.4-6.8M17 10.5l-3.4-6.8M9.3 14v3M14.7 14v3" />
        </svg>
        Cart
        <span
          aria-hidden="true"
          className="grid h-6 min-w-6 place-items-center rounded-full bg-turmeric px-1.5 text-sm font-extrabold text-on-turmeric tabular-nums empty:hidden"
        >
          {count > 0 ? count : null}
        </span>
      </PageLink>
      <span id="cart-count" className="sr-only" aria-live="polite">
        {count === 1 ? '1 item' : `${count} items`}
      </span>
    </>
  )
}
