'use client'

import { type ReactNode, type Ref, startTransition, useEffect, useOptimistic, useRef } from 'react'
import { type CartAction, useCartAction } from '@/components/cart/cart-action'
import { useCartCount } from '@/components/cart/cart-count'
import { QuantityField } from '@/components/cart/quantity-field'
import { Icon } from '@/components/ui/icon'
import { MAX_QUANTITY } from '@/lib/cart/cart-lines'

type QuantityFormProps = {
  action: CartAction
  productId: number
  quantity: number
  /** Why the cart cannot be ordered with this quantity, and what there still is of it. */
  problem?: { sentence: string; rest: number; take: ReactNode }
  words: { quantity: string; less: string; more: string; update: string }
}

const step =
  'grid size-12 cursor-pointer place-items-center rounded-xl text-accent hover:bg-leaf aria-disabled:cursor-not-allowed aria-disabled:text-ink-soft aria-disabled:opacity-50'

/** What the cart will have, or null for what the server will refuse. */
function expectedQuantity(form: FormData, now: number): number | null {
  const wanted = form.has('step')
    ? now + Number(form.get('step'))
    : Number(form.get('take') ?? form.get('quantity'))
  return Number.isInteger(wanted) && wanted > 0 && wanted <= MAX_QUANTITY ? wanted : null
}

export function QuantityForm({ action, productId, quantity, problem, words }: QuantityFormProps) {
  const { refusal, submit, pending } = useCartAction(action)
  const [shown, show] = useOptimistic(quantity)
  const { changeCount } = useCartCount()
  const field = useRef<HTMLInputElement>(null)
  const less = useRef<HTMLButtonElement>(null)
  const failed = refusal !== undefined && !pending
  const invalid = failed || problem !== undefined
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
      className="grid min-w-0 justify-items-start gap-2"
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
          className={`flex min-w-0 items-center rounded-xl border bg-card ${invalid ? 'border-brick' : 'border-edge'}`}
        >
          <StepButton ref={less} by={-1} sign="minus" isOver={shown <= 1}>
            {words.less}
          </StepButton>
          <QuantityField
            ref={field}
            label={words.quantity}
            defaultValue={quantity}
            invalid={invalid}
            describedBy={messageId}
            className="w-14"
            onBlur={(event) => {
              if (event.target.value !== String(shown)) event.target.form?.requestSubmit()
            }}
          />
          <StepButton by={1} sign="plus" isOver={shown >= MAX_QUANTITY}>
            {words.more}
          </StepButton>
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-x-3">
        <p id={messageId} aria-live="polite" className="font-semibold text-brick">
          {/* Keeps its room while another number is asked for: leaving the field by a press sends it, and what is
              pressed must not move away under the finger. Hidden, so that the same words are announced again. */}
          {refusal ? (
            <span className={pending ? 'invisible' : ''}>{refusal}</span>
          ) : (
            problem?.sentence
          )}
        </p>
        {problem && problem.rest > 0 && (
          <button
            type="submit"
            name="take"
            value={problem.rest}
            // It goes with the problem, and would take the focus along.
            onClick={() => less.current?.focus()}
            className="min-h-11 cursor-pointer rounded-xl border border-edge px-4 font-bold hover:bg-stone"
          >
            {problem.take}
          </button>
        )}
      </div>
    </form>
  )
}

type StepButtonProps = {
  ref?: Ref<HTMLButtonElement>
  by: number
  sign: 'minus' | 'plus'
  isOver: boolean
  children: string
}

/** Deaf rather than disabled where there is no further step: a disabled button lets the focus fall. */
function StepButton({ ref, by, sign, isOver, children }: StepButtonProps) {
  return (
    <button
      ref={ref}
      type="submit"
      name="step"
      value={by}
      aria-disabled={isOver}
      onClick={(event) => isOver && event.preventDefault()}
      className={step}
    >
      <Icon name={sign} />
      <span className="sr-only">{children}</span>
    </button>
  )
}
