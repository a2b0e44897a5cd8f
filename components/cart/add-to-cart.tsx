'use client'

import { type FormEvent, type ReactNode, startTransition, useEffect } from 'react'
import { type CartAction, useCartAction } from '@/components/cart/cart-action'
import { useCartCount } from '@/components/cart/cart-count'
import { QuantityField } from '@/components/cart/quantity-field'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageLink } from '@/components/ui/page-link'
import { MAX_QUANTITY } from '@/lib/cart/cart-lines'

type AddToCartProps = {
  action: CartAction
  productId: number
  /** The browser itself has sent this form before, and was led here (app/plain-form.ts). */
  added: boolean
  words: { quantity: string; submit: string; done: string; next: string }
  /** What stands below until there is something to say. */
  children: ReactNode
}

/** Without JavaScript the form posts to the action itself; with it, the badge changes at once. */
export function AddToCart({ action, productId, added, words, children }: AddToCartProps) {
  const initial = added ? { ok: true as const } : null
  const { done, refusal, submit, pending } = useCartAction(action, initial)
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
        <label
          htmlFor="quantity"
          className="flex items-center gap-2 text-note font-bold md:grid md:gap-1.5"
        >
          {words.quantity}
          <QuantityField
            id="quantity"
            defaultValue={1}
            invalid={refusal !== undefined}
            describedBy="add-to-cart-result"
            className="w-16 border border-edge text-base aria-invalid:border-2 aria-invalid:border-brick md:w-20"
          />
        </label>
        <Button type="submit" aria-busy={pending} className="grow max-md:px-4 md:grow-0 md:px-10">
          {words.submit}
        </Button>
      </div>
      {/* As high as a sentence, so that nothing below jumps when it comes. */}
      <div className="min-h-13">
        {!done && !refusal && children}
        <div id="add-to-cart-result" aria-live="polite">
          {(done || refusal) && !pending && (
            <Notice tone={done ? 'good' : 'error'} isAnnounced>
              {done ? (
                <span className="flex flex-wrap justify-between gap-x-4">
                  <span>{words.done}</span>
                  <PageLink
                    href="/cart"
                    className="-my-3 py-3 font-bold underline underline-offset-4"
                  >
                    {words.next}
                  </PageLink>
                </span>
              ) : (
                refusal
              )}
            </Notice>
          )}
        </div>
      </div>
    </form>
  )
}
