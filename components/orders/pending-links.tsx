import { useLocale, useTranslations } from 'next-intl'
import { UntilDeadline } from '@/components/payment/until-deadline'
import { ButtonLink } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'

export type PendingLinksProps = {
  /** Where the app comes first; elsewhere the code does, which a phone scans. */
  phone: boolean
  /** The wallet has told of a payment: paying comes last. */
  saysPaid: boolean
  /** The page that shows the code. */
  qrHref?: string
  /** The charge answer's `deeplink-redirect`. */
  deeplink?: string
  /** ISO 8601, once Midtrans has answered the charge. */
  expiresAt?: string
  /** ISO 8601: the server's clock. */
  now: string
}

/** The ways to pay an order that waits, for as long as it may be paid. */
export function PendingLinks(props: PendingLinksProps) {
  const { phone, saysPaid, qrHref, deeplink, expiresAt, now } = props
  const t = useTranslations('payment')
  const locale = useLocale()
  if (!expiresAt) return null
  const [first, second] = saysPaid
    ? (['quiet', 'quiet'] as const)
    : (['primary', 'secondary'] as const)
  const app = deeplink && (
    <ButtonLink href={deeplink} look={phone ? first : second}>
      {t('openGopay')}
    </ButtonLink>
  )
  return (
    <UntilDeadline deadline={{ expiresAt, now }}>
      <p className="w-full">
        {t.rich(saysPaid ? 'notPaidAfterAll' : 'payBefore', {
          time: () => <LocalTime iso={expiresAt} locale={locale} />,
        })}
      </p>
      {phone && app}
      {qrHref && (
        <ButtonLink href={qrHref} look={phone ? second : first}>
          {t('showQr')}
        </ButtonLink>
      )}
      {!phone && app}
    </UntilDeadline>
  )
}
