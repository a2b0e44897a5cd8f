import { useTranslations } from 'next-intl'
import { UntilDeadline } from '@/components/payment/until-deadline'
import { ButtonLink } from '@/components/ui/button'

export type PendingLinksProps = {
  /** Where the app comes first; elsewhere the code does, which a phone scans. */
  phone: boolean
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
export function PendingLinks({ phone, qrHref, deeplink, expiresAt, now }: PendingLinksProps) {
  const t = useTranslations('payment')
  if (!expiresAt) return null
  const app = deeplink && (
    <ButtonLink href={deeplink} look={phone ? 'primary' : 'secondary'}>
      {t('openGopay')}
    </ButtonLink>
  )
  return (
    <UntilDeadline deadline={{ expiresAt, now }}>
      {phone && app}
      {qrHref && (
        <ButtonLink href={qrHref} look={phone ? 'secondary' : 'primary'}>
          {t('showQr')}
        </ButtonLink>
      )}
      {!phone && app}
    </UntilDeadline>
  )
}
