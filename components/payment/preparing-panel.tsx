import type { ReactNode } from 'react'
import { OrderNumber } from '@/components/orders/order-number'
import { ButtonLink } from '@/components/ui/button'
import { formatRupiah } from '@/lib/money'

export type PreparingPanelProps = {
  orderId: string
  /** Rupiah. */
  amount: number
  /** Midtrans has answered the charge, but with no code that can be shown. */
  isCharged: boolean
  /** Midtrans does not answer anyone at the moment. */
  isMidtransAway: boolean
  deeplink?: string
  /** The form with `Cancel order`, when the order may be cancelled already. */
  children?: ReactNode
}

/** Shown when there is no code to pay: the charge has no answer yet, or one without a code. */
export function PreparingPanel(props: PreparingPanelProps) {
  const { orderId, deeplink, children } = props
  return (
    <section className="mx-auto grid max-w-xl justify-items-center gap-5 py-10 text-center">
      <div aria-hidden="true" className="kawung size-24 animate-pulse rounded-full text-accent" />
      <div role="status">
        <h1 className="text-3xl sm:text-4xl">Waiting for payment</h1>{' '}
        <p className="mt-3 text-lg">{describe(props)}</p>
      </div>
      <p className="text-ink-soft">
        Your order is safe, and nothing has been charged. Please do not order a second time.
      </p>
      {deeplink && <ButtonLink href={deeplink}>Open GoPay</ButtonLink>}
      <OrderNumber orderId={orderId} />
      {children}
    </section>
  )
}

function describe({ amount, isCharged, isMidtransAway, deeplink }: PreparingPanelProps): string {
  const sum = formatRupiah(amount)
  if (isCharged) {
    const instead = deeplink
      ? 'Pay with the GoPay app instead.'
      : 'Cancel this order and try again, or ask the shop.'
    return `Midtrans sent no code to scan for ${sum}. ${instead}`
  }
  if (isMidtransAway) {
    return `Midtrans, which takes our payments, does not answer at the moment. We keep asking for the code to pay ${sum}, and this page shows it as soon as it is there. You can also come back to this address later.`
  }
  return `We are asking Midtrans for the code to pay ${sum}. This page looks again by itself.`
}
