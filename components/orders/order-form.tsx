'use client'

import type { ComponentProps, FormEvent, ReactNode } from 'react'
import type { Button } from '@/components/ui/button'
import { useFormWords } from '@/components/ui/form-words'
import { type Trouble, troubleOf, useSending } from '@/components/ui/shop-action'
import { arrive, awaitArrival } from './arrival'
import { OnceButton } from './once-button'

type OrderFormProps = {
  action: (form: FormData) => Promise<void>
  orderId: string
  look?: ComponentProps<typeof Button>['look']
  /** Said when no answer comes. */
  unanswered: string
  /** The words of its one button. */
  children: ReactNode
}

/** The shopper stays here. */
function judge(error: unknown): Trouble {
  const trouble = troubleOf(error)
  arrive()
  return trouble
}

/** One button that changes an order and leads to the page which shows what became of it. */
export function OrderForm({ action, orderId, look, unanswered, children }: OrderFormProps) {
  const [trouble, send] = useSending(action, judge)
  const { outOfDate } = useFormWords()

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    awaitArrival()
    send(new FormData(event.currentTarget))
  }

  return (
    <form action={action} onSubmit={submit} className="grid gap-2">
      <input type="hidden" name="orderId" value={orderId} />
      <OnceButton look={look}>{children}</OnceButton>
      {trouble && (
        <p role="alert" className="max-w-prose font-semibold text-brick">
          {trouble === 'unanswered' ? unanswered : outOfDate}
        </p>
      )}
    </form>
  )
}
