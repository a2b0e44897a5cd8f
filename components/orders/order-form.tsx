'use client'

import type { ComponentProps, ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from '@/components/ui/button'
import { awaitArrival } from './arrival'

type OrderFormProps = {
  action: (form: FormData) => Promise<void>
  orderId: string
  look?: ComponentProps<typeof Button>['look']
  /** The words of its one button. */
  children: ReactNode
}

/** One button that changes an order and leads to the page which shows what became of it. */
export function OrderForm({ action, orderId, look, children }: OrderFormProps) {
  return (
    <form action={action} onSubmit={awaitArrival}>
      <input type="hidden" name="orderId" value={orderId} />
      <OnceButton look={look}>{children}</OnceButton>
    </form>
  )
}

function OnceButton({ look, children }: Pick<OrderFormProps, 'look' | 'children'>) {
  const { pending } = useFormStatus()
  return (
    <Button
      type="submit"
      look={look}
      aria-busy={pending}
      onClick={(event) => pending && event.preventDefault()}
    >
      {children}
    </Button>
  )
}
