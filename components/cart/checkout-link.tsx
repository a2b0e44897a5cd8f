'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { useCartCount } from '@/components/cart/cart-count'
import { ButtonLink } from '@/components/ui/button'

/**
 * Goes to the checkout once the cart is what the page shows. A change that is still under way would
 * otherwise make the checkout show the total before it.
 */
export function CheckoutLink({ children }: { children: ReactNode }) {
  const { pending } = useCartCount()
  const [wanted, want] = useState(false)
  useEffect(() => {
    if (!wanted || pending) return
    want(false)
    location.assign('/checkout')
  }, [wanted, pending])
  return (
    <ButtonLink
      href="/checkout"
      aria-busy={wanted}
      onClick={(event) => {
        if (!pending) return
        event.preventDefault()
        want(true)
      }}
    >
      {children}
    </ButtonLink>
  )
}
