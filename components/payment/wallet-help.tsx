import { useTranslations } from 'next-intl'
import { OpenWallet } from '@/components/payment/open-wallet'

export type WalletHelpProps = {
  /** The app in whose own browser the page is open; empty when it does not tell its name. */
  inApp?: string
  /** Whether the order can be paid by opening GoPay, or by its code alone. */
  hasWallet: boolean
  /** Opens this page in the phone's own browser. */
  browserHref: string
  /** The wallet to open by itself: the shopper has just pressed Pay. */
  opens?: string
}

/** For whom the wallet does not open by itself, and for apps' own browsers, where little opens and little can be saved. */
export function WalletHelp({ inApp, hasWallet, browserHref, opens }: WalletHelpProps) {
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
  const way = hasWallet ? 'open' : 'save'
  return (
    <p>
      {inApp ? t(`${way}.inApp`, { app: inApp }) : t(`${way}.inAnotherApp`)} {link}
    </p>
  )
}
