'use client'

import { startTransition, useEffect, useOptimistic, useRef } from 'react'
import { type CartAction, useCartAction } from '@/components/cart/cart-action'
import { useCartCount } from '@/components/cart/cart-count'
import { QuantityField } from '@/components/cart/quantity-field'
import { MAX_QUANTITY } from '@/lib/cart/cart-lines'

type QuantityFormProps = {
  action: CartAction
  productId: number
  quantity: number
  words: { quantity: string; less: string; more: string; update: string }
}

const step =
  'grid size-12 cursor-pointer place-items-center rounded-xl text-2xl leading-none font-bold text-accent hover:bg-leaf aria-disabled:cursor-not-allowed aria-disabled:text-ink-soft aria-disabled:opacity-50'

/** What the cart will have, or null for what the server will refuse. */
function expectedQuantity(form: FormData, now: number): number | null {
  const wanted = form.has('step') ? now + Number(form.get('step')) : Number(form.get('quantity'))
  return Number.isInteger(wanted) && wanted > 0 && wanted <= MAX_QUANTITY ? wanted : null
}

export function QuantityForm({ action, productId, quantity, words }: QuantityFormProps) {
  const { problem, submit, pending } = useCartAction(action)
  const [shown, show] = useOptimistic(quantity)
  const { changeCount } = useCartCount()
  const field = useRef<HTMLInputElement>(null)
  const failed = problem !== undefined && !pending
  const messageId = `quantity-result-${productId}`

  useEffect(() => {
    if (field.current) field.current.value = String(shown)
  }, [shown])

  function send(form: FormData) {
    const expected = expectedQuantity(form, shown)
    startTransition(() => {
      if (expected !== null) {
        show(expected)
        changeCount(expected - shown)
      }
      submit(form)
    })
  }

  return (
    <form
      action={submit}
      noValidate
      className="grid justify-items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        const { submitter } = event.nativeEvent as SubmitEvent
        send(new FormData(event.currentTarget, submitter))
      }}
    >
      <input type="hidden" name="productId" value={productId} />
      <div className="flex items-center">
        {/* First in the form, so that Enter in the field presses this one and not a step. */}
        <button type="submit" className="update-quantity">
          {words.update}
        </button>
        <div
          className={`flex items-center rounded-xl border bg-card ${failed ? 'border-brick' : 'border-edge'}`}
        >
          <StepButton by={-1} sign="−" isOver={shown <= 1}>
            {words.less}
          </StepButton>
          <QuantityField
            ref={field}
            label={words.quantity}
            defaultValue={quantity}
            invalid={failed}
            describedBy={messageId}
            className="w-14"
            onBlur={(event) => {
              if (event.target.value !== String(shown)) event.target.form?.requestSubmit()
            }}
          />
          <StepButton by={1} sign="+" isOver={shown >= MAX_QUANTITY}>
            {words.more}
          </StepButton>
        </div>
      </div>
      <p id={messageId} aria-live="polite" className="font-semibold text-brick">
        {failed ? problem : null}
      </p>
    </form>
  )
}

type StepButtonProps = { by: number; sign: string; isOver: boolean; children: string }

/** Deaf rather than disabled where there is no further step: a disabled button lets the focus fall. */
function StepButton({ by, sign, isOver, children }: StepButtonProps) {
  return (
    <button
      type="submit"
      name="step"
      value={by}
      aria-disabled={isOver}
      onClick={(event) => isOver && event.preventDefault()}
      className={step}
    >
      <span aria-hidden="true">{sign}</span>
      <span className="sr-only">{children}</span>
    </button>
  )
}
