import { useTranslations } from 'next-intl'
import { UntilDeadline } from '@/components/payment/until-deadline'
import { ButtonLink } from '@/components/ui/button'

export type PendingLinksProps = {
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
export function PendingLinks({ qrHref, deeplink, expiresAt, now }: PendingLinksProps) {
  const t = useTranslations('payment')
  if (!expiresAt) return null
  return (
    <UntilDeadline deadline={{ expiresAt, now }}>
      {deeplink && <ButtonLink href={deeplink}>{t('openGopay')}</ButtonLink>}
      {qrHref && (
        <ButtonLink href={qrHref} look="secondary">
          {t('showQr')}
        </ButtonLink>
      )}
    </UntilDeadline>
  )
}
