'use client'

import { type FormEvent, type ReactNode, startTransition, useEffect, useRef } from 'react'
import { MethodChoice } from '@/components/checkout/method-choice'
import type { PlaceOrderState } from '@/components/checkout/place-order-state'
import { arrive, awaitArrival } from '@/components/orders/arrival'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { useFormWords } from '@/components/ui/form-words'
import { Notice } from '@/components/ui/notice'
import { useShopAction } from '@/components/ui/shop-action'
import type { checkout } from '@/messages/en/checkout'
import type { Translated } from '@/messages/translated'

/** The form's words in the shopper's language. */
export type CheckoutFormWords = Translated<typeof checkout.form>

export type CheckoutFormProps = {
  action: (state: PlaceOrderState, form: FormData) => Promise<PlaceOrderState>
  /** The cart's key: the same cart sent twice is one order. */
  placementKey: string
  /** What the page shows. An order of anything else is not placed without a word. */
  shownCart: string
  words: CheckoutFormWords
  /** What stands right above Pay. */
  children?: ReactNode
}

/** Errors come from the server alone (`noValidate`), so they read the same without JavaScript. */
export function CheckoutForm({
  action,
  placementKey,
  shownCart,
  words,
  children,
}: CheckoutFormProps) {
  const { locale, outOfDate } = useFormWords()
  const inTrouble = { unanswered: words.unanswered, outOfDate }
  const [state, submit, pending] = useShopAction<PlaceOrderState>(
    action,
    {},
    (trouble, { values }) => ({ formError: { [locale]: inTrouble[trouble] }, values }),
  )
  const form = useRef<HTMLFormElement>(null)
  const refusalBox = useRef<HTMLDivElement>(null)
  const errors = state.fieldErrors ?? {}
  const refusal = state.formError?.[locale]

  useEffect(() => {
    // An answer that leaves the shopper here.
    arrive()
    if (state.fieldErrors)
      form.current?.querySelector<HTMLElement>('input[aria-invalid], [data-invalid] input')?.focus()
    // Who pressed Enter in a field is not where Pay is.
    else refusalBox.current?.scrollIntoView({ block: 'nearest' })
  }, [state])

  // Sent by hand: a form that React sends it also puts back to what was sent, over whatever has been
  // typed in the meantime.
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (pending) return
    const sent = new FormData(event.currentTarget)
    awaitArrival()
    startTransition(() => submit(sent))
  }

  return (
    <form ref={form} action={submit} onSubmit={send} noValidate className="grid gap-6">
      {state.fieldErrors && <Notice tone="error">{words.marked}</Notice>}
      <input type="hidden" name="placementKey" value={placementKey} />
      <input type="hidden" name="shownCart" value={shownCart} />
      <Field
        name="name"
        label={words.name}
        autoComplete="name"
        autoCapitalize="words"
        maxLength={1000}
        required
        defaultValue={state.values?.name}
        error={errors.name?.[locale]}
      />
      <Field
        name="email"
        label={words.email}
        type="email"
        inputMode="email"
        autoComplete="email"
        maxLength={1000}
        required
        defaultValue={state.values?.email}
        error={errors.email?.[locale]}
        hint={words.emailHint}
      />
      <Field
        name="phone"
        label={words.phone}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        maxLength={1000}
        required
        defaultValue={state.values?.phone}
        error={errors.phone?.[locale]}
        hint={words.phoneHint}
      />
      <MethodChoice words={words} chosen={state.values?.method} error={errors.method?.[locale]} />
      {children}
      {refusal && (
        // Hidden while Pay is under way again, so that the same words are announced again.
        <div
          ref={refusalBox}
          tabIndex={-1}
          // biome-ignore lint/a11y/noAutofocus: without JavaScript a refused form is loaded anew, at its top
          autoFocus
          // Pay, which it pushes down, comes into view with it.
          className={`scroll-mb-32 ${pending ? 'invisible' : ''}`}
        >
          <Notice tone="error">
            {refusal}{' '}
            {state.orderHref && (
              <a href={state.orderHref} className="font-bold underline">
                {words.seeOrder}
              </a>
            )}
          </Notice>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit" aria-busy={pending} className="text-lead max-sm:w-full sm:px-14">
          {words.pay}
        </Button>
        <p aria-live="polite" className="min-h-6 text-ink-soft">
          {pending && words.placing}
        </p>
      </div>
    </form>
  )
}
