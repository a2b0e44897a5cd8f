'use client'

import { type FormEvent, startTransition, useEffect } from 'react'
import { type CartAction, useCartAction } from '@/components/cart/cart-action'
import { useCartCount } from '@/components/cart/cart-count'
import { QuantityField } from '@/components/cart/quantity-field'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { MAX_QUANTITY } from '@/lib/cart/cart-lines'

type AddToCartProps = {
  action: CartAction
  productId: number
  /** The browser itself has sent this form before, and was led here (app/plain-form.ts). */
  added: boolean
  words: { quantity: string; submit: string; done: string }
}

/** Without JavaScript the form posts to the action itself; with it, the badge changes at once. */
export function AddToCart({ action, productId, added, words }: AddToCartProps) {
  const initial = added ? { ok: true as const } : null
  const { done, problem, submit, pending } = useCartAction(action, initial)
  const { changeCount } = useCartCount()

  // Loaded again or come back to, the page has nothing new to say.
  useEffect(() => {
    if (added) history.replaceState(null, '', location.pathname)
  }, [added])

  function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const quantity = Number(form.get('quantity'))
    startTransition(() => {
      if (Number.isInteger(quantity) && quantity > 0 && quantity <= MAX_QUANTITY)
        changeCount(quantity)
      submit(form)
    })
  }

  return (
    <form action={submit} onSubmit={add} noValidate className="grid gap-4">
      <input type="hidden" name="productId" value={productId} />
      <div className="flex flex-wrap items-end gap-3">
        <label htmlFor="quantity" className="grid gap-1.5 text-sm font-bold">
          {words.quantity}
          <QuantityField
            id="quantity"
            defaultValue={1}
            invalid={problem !== undefined}
            describedBy="add-to-cart-result"
            className="w-20 border border-edge text-base aria-invalid:border-2 aria-invalid:border-brick"
          />
        </label>
        <Button type="submit" aria-busy={pending} className="grow sm:grow-0 sm:px-10">
          {words.submit}
        </Button>
      </div>
      {/* As high as a sentence, so that nothing below jumps when it comes. */}
      <div id="add-to-cart-result" aria-live="polite" className="min-h-13">
        {(done || problem) && !pending && (
          <Notice tone={done ? 'good' : 'error'} isAnnounced>
            {done ? words.done : problem}
          </Notice>
        )}
      </div>
    </form>
  )
}
