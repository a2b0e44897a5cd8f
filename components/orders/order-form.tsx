'use client'

import { type ComponentProps, type FormEvent, type ReactNode, useState, useTransition } from 'react'
import type { Button } from '@/components/ui/button'
import { isUnanswered } from '@/components/ui/shop-action'
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

/** One button that changes an order and leads to the page which shows what became of it. */
export function OrderForm({ action, orderId, look, unanswered, children }: OrderFormProps) {
  const [hasNoAnswer, setHasNoAnswer] = useState(false)
  const [, startSending] = useTransition()

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setHasNoAnswer(false)
    awaitArrival()
    startSending(async () => {
      try {
        await action(form)
      } catch (error) {
        if (!isUnanswered(error)) throw error
        arrive()
        setHasNoAnswer(true)
      }
    })
  }

  return (
    <form action={action} onSubmit={send} className="grid gap-2">
      <input type="hidden" name="orderId" value={orderId} />
      <OnceButton look={look}>{children}</OnceButton>
      {hasNoAnswer && (
        <p role="alert" className="max-w-prose font-semibold text-brick">
          {unanswered}
        </p>
      )}
    </form>
  )
}
