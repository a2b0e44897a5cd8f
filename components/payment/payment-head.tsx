import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { StatusHeading } from '@/components/orders/status-heading'
import { StatusRegion } from '@/components/orders/status-region'
import { Countdown } from '@/components/payment/countdown'
import { UntilDeadline } from '@/components/payment/until-deadline'
import type { Deadline } from '@/components/payment/use-time-left'
import { LocalTime } from '@/components/ui/local-time'

type PaymentHeadProps = {
  /** In words, such as `Rp 44.000`. */
  amount: string
  deadline: Deadline
  live: ReactNode
}

/** What is to be paid, to whom and until when: the same that the shopper's app will ask. */
export function PaymentHead({ amount, deadline, live }: PaymentHeadProps) {
  const t = useTranslations()
  const locale = useLocale()
  return (
    <>
      <div>
        <StatusRegion>
          <StatusHeading>{t('orders.status.pending.title')}</StatusHeading>{' '}
          <UntilDeadline deadline={deadline}>
            <p className="mt-2 max-w-prose text-lead">{t('payment.lead')}</p>
          </UntilDeadline>
        </StatusRegion>
        {live}
      </div>
      <div className="border-y border-line py-4">
        <dl className="flex flex-wrap gap-x-6 gap-y-4 sm:gap-x-10">
          <div>
            <dt className="text-note text-ink-soft">{t('payment.amount')}</dt>
            <dd className="text-2xl font-extrabold tabular-nums lg:text-3xl">{amount}</dd>
          </div>
          <div>
            <dt className="text-note text-ink-soft">{t('payment.merchant')}</dt>
            <dd className="text-2xl font-extrabold lg:text-3xl">Tokoku</dd>
          </div>
          <div>
            <dt className="text-note text-ink-soft">{t('payment.timeLeft')}</dt>
            <dd className="text-2xl font-extrabold lg:text-3xl">
              <Countdown {...deadline} />
            </dd>
          </div>
        </dl>
        <UntilDeadline deadline={deadline}>
          <p className="mt-2 text-note text-ink-soft">
            {t.rich('payment.payBefore', {
              time: () => <LocalTime iso={deadline.expiresAt} locale={locale} />,
            })}
          </p>
        </UntilDeadline>
      </div>
    </>
  )
}
