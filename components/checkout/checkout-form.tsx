'use client'

import { useActionState, useEffect, useRef } from 'react'
import { MethodChoice } from '@/components/checkout/method-choice'
import type { PlaceOrderState } from '@/components/checkout/place-order-state'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'

export type CheckoutFormProps = {
  action: (state: PlaceOrderState, form: FormData) => Promise<PlaceOrderState>
  /** The cart's key: the same cart sent twice is one order. */
  placementKey: string
  /** Rupiah: what the page shows. An order for another total is not placed without a word. */
  shownTotal: number
}

/** Errors come from the server alone (`noValidate`), so they read the same without JavaScript. */
export function CheckoutForm({ action, placementKey, shownTotal }: CheckoutFormProps) {
  const [state, submit, pending] = useActionState(action, {})
  const form = useRef<HTMLFormElement>(null)
  const errors = state.fieldErrors ?? {}

  useEffect(() => {
    if (state.fieldErrors)
      form.current?.querySelector<HTMLElement>('input[aria-invalid], [data-invalid] input')?.focus()
  }, [state])

  return (
    <form
      ref={form}
      action={submit}
      noValidate
      className="grid gap-6"
      onSubmit={(event) => {
        if (pending) event.preventDefault()
      }}
    >
      {state.formError && (
        <Notice tone="error">
          {state.formError}{' '}
          {state.orderHref && (
            <a href={state.orderHref} className="font-bold underline">
              See your order
            </a>
          )}
        </Notice>
      )}
      {state.fieldErrors && (
        <Notice tone="error">Nothing was ordered yet. Please look at the marked fields.</Notice>
      )}
      <input type="hidden" name="placementKey" value={placementKey} />
      <input type="hidden" name="shownTotal" value={shownTotal} />
      <Field
        name="name"
        label="Name"
        autoComplete="name"
        maxLength={1000}
        required
        // React puts back what was sent when the answer comes.
        readOnly={pending}
        defaultValue={state.values?.name}
        error={errors.name}
      />
      <Field
        name="email"
        label="Email"
        type="email"
        autoComplete="email"
        maxLength={1000}
        required
        readOnly={pending}
        defaultValue={state.values?.email}
        error={errors.email}
        hint="For the receipt."
      />
      <Field
        name="phone"
        label="Phone"
        type="tel"
        autoComplete="tel"
        maxLength={1000}
        required
        readOnly={pending}
        defaultValue={state.values?.phone}
        error={errors.phone}
        hint="In case the shop has a question, such as 0812 3456 7890."
      />
      <MethodChoice chosen={state.values?.method} error={errors.method} />
      <Button type="submit" aria-busy={pending} className="text-lg sm:justify-self-start sm:px-14">
        Pay
      </Button>
    </form>
  )
}
