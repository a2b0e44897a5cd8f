import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { OrderNumber } from '@/components/orders/order-number'
import { StatusHeading } from '@/components/orders/status-heading'
import { StatusIcon } from '@/components/orders/status-icon'
import { StatusRegion } from '@/components/orders/status-region'
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
  /** The line that tells when the shop cannot be reached. */
  live: ReactNode
  /** The form with `Cancel order`, when the order may be cancelled already. */
  children?: ReactNode
}

/** Shown when there is no code to pay: the charge has no answer yet, or one without a code. */
export function PreparingPanel(props: PreparingPanelProps) {
  const { orderId, amount, deeplink, live, children } = props
  const t = useTranslations('payment')
  const orderWords = useTranslations('orders')
  return (
    <section className="mx-auto grid max-w-xl justify-items-center gap-5 py-10 text-center">
      <span className="grid size-16 place-items-center rounded-full bg-turmeric text-on-turmeric motion-safe:animate-pulse forced-colors:border">
        <StatusIcon drawing="clock" />
      </span>
      <StatusRegion>
        <StatusHeading>{orderWords('status.pending.title')}</StatusHeading>{' '}
        <p className="mt-3 text-lead">
          {t(`preparing.${whyNoCode(props)}`, { amount: formatRupiah(amount) })}
        </p>
      </StatusRegion>
      {live}
      <p className="text-ink-soft">{t('preparing.safe')}</p>
      {deeplink && <ButtonLink href={deeplink}>{t('openGopay')}</ButtonLink>}
      <OrderNumber orderId={orderId} />
      {children}
    </section>
  )
}

function whyNoCode({ isCharged, isMidtransAway, deeplink }: PreparingPanelProps) {
  if (isCharged) return deeplink ? 'useApp' : 'useNothing'
  return isMidtransAway ? 'away' : 'asking'
}
