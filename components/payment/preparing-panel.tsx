import type { ReactNode } from 'react'
import { OrderNumber } from '@/components/orders/order-number'
import { formatRupiah } from '@/lib/money'

export type PreparingPanelProps = {
  orderId: string
  /** Rupiah. */
  amount: number
  /** The form with `Cancel order`, when the order may be cancelled already. */
  children?: ReactNode
}

/** Shown while the charge has no answer yet: the order stands, and there is no code to pay. */
export function PreparingPanel({ orderId, amount, children }: PreparingPanelProps) {
  return (
    <section className="mx-auto grid max-w-xl justify-items-center gap-5 py-10 text-center">
      <div aria-hidden="true" className="kawung size-24 animate-pulse rounded-full text-accent" />
      <div role="status">
        <h1 className="text-3xl sm:text-4xl">Waiting for payment</h1>{' '}
        <p className="mt-3 text-lg">
          We are asking Midtrans for the code to pay {formatRupiah(amount)}. This page looks again
          by itself.
        </p>
      </div>
      <p className="text-ink-soft">
        Your order is safe, and nothing has been charged. Please do not order a second time.
      </p>
      <OrderNumber orderId={orderId} />
      {children}
    </section>
  )
}
