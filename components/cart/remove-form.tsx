'use client'

import { type ReactNode, startTransition, useEffect, useRef } from 'react'
import { type CartAction, useCartAction } from '@/components/cart/cart-action'
import { useCartCount } from '@/components/cart/cart-count'

type RemoveFormProps = {
  action: CartAction
  productId: number
  quantity: number
  /** The button's words. */
  children: ReactNode
}

export function RemoveForm({ action, productId, quantity, children }: RemoveFormProps) {
  const { refusal, submit, pending } = useCartAction(action)
  const { changeCount } = useCartCount()
  const wasPressed = useRef(false)

  useEffect(
    () => () => {
      // The button has gone with its line, and the focus with the button.
      const hasFocus = document.activeElement !== document.body
      if (!hasFocus && wasPressed.current) document.querySelector<HTMLElement>('main h1')?.focus()
    },
    [],
  )

  return (
    <form
      action={submit}
      className="ml-auto"
      onSubmit={(event) => {
        event.preventDefault()
        wasPressed.current = true
        const form = new FormData(event.currentTarget)
        startTransition(() => {
          changeCount(-quantity)
          submit(form)
        })
      }}
    >
      <input type="hidden" name="productId" value={productId} />
      <button
        type="submit"
        aria-busy={pending}
        className="-mr-3 min-h-12 cursor-pointer rounded-xl px-3 font-semibold text-ink-soft underline underline-offset-4 hover:bg-stone hover:text-ink"
      >
        {children}
      </button>
      {refusal && <p role="alert">{refusal}</p>}
    </form>
  )
}
