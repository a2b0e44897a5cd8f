import { useTranslations } from 'next-intl'
import { OpenWallet } from '@/components/payment/open-wallet'
import { ButtonLink } from '@/components/ui/button'

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
    <ButtonLink href={browserHref} look="secondary">
      {t('openInBrowser')}
    </ButtonLink>
  )
  if (opens) {
    return (
      <OpenWallet href={opens} openingText={t('opening')}>
        <div className="grid gap-3">
          <p>{t('notOpened')}</p>
          {link}
        </div>
      </OpenWallet>
    )
  }
  const way = hasWallet ? 'open' : 'save'
  return (
    <>
      <p>{inApp ? t(`${way}.inApp`, { app: inApp }) : t(`${way}.inAnotherApp`)}</p>
      {link}
    </>
  )
}
