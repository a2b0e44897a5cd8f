import { useTranslations } from 'next-intl'
import { OpenWallet } from '@/components/payment/open-wallet'

export type WalletHelpProps = {
  /** The app in whose own browser the page is open; empty when it does not tell its name. */
  inApp?: string
  /** Opens this page in the phone's own browser. */
  browserHref: string
  /** The wallet to open by itself: the shopper has just pressed Pay. */
  opens?: string
}

/** For a phone whose wallet does not open by itself, or only from a browser that stands alone. */
export function WalletHelp({ inApp, browserHref, opens }: WalletHelpProps) {
  const t = useTranslations('payment.wallet')
  if (inApp === undefined && !opens) return null
  const link = (
    <a href={browserHref} className="inline-block min-h-6 font-bold underline underline-offset-4">
      {t('openInBrowser')}
    </a>
  )
  if (opens) {
    return (
      <OpenWallet href={opens} openingText={t('opening')}>
        <p>
          {t('notOpened')} {link}
        </p>
      </OpenWallet>
    )
  }
  return (
    <p>
      {inApp ? t('inApp', { app: inApp }) : t('inAnotherApp')} {link}
    </p>
  )
}
