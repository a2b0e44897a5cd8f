'use client'

import { createContext, type ReactNode, use, useOptimistic } from 'react'

type CartCount = {
  count: number
  /** A change is shown that the cart does not have yet. */
  pending: boolean
  /** Inside a transition: shows the change at once, and takes it back should the action fail. */
  changeCount: (by: number) => void
}

const CartCountContext = createContext<CartCount>({
  count: 0,
  pending: false,
  changeCount: () => {},
})

/** How many things are in the cart: the cookie's number, and what pending actions will make of it. */
export function CartCountProvider({ count, children }: { count: number; children: ReactNode }) {
  const [shown, changeCount] = useOptimistic(count, (now, by: number) => Math.max(0, now + by))
  return (
    <CartCountContext value={{ count: shown, pending: shown !== count, changeCount }}>
      {children}
    </CartCountContext>
  )
}

export function useCartCount(): CartCount {
  return use(CartCountContext)
}
