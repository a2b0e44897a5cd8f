'use client'

import type { ComponentProps, ReactNode } from 'react'
import type { Button } from '@/components/ui/button'
import { awaitArrival } from './arrival'
import { OnceButton } from './once-button'

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
    <form action={action} onSubmit={awaitArrival} className="grid">
      <input type="hidden" name="orderId" value={orderId} />
      <OnceButton look={look}>{children}</OnceButton>
    </form>
  )
}
