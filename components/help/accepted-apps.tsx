import { useTranslations } from 'next-intl'

const apps = {
  wallets: ['GoPay', 'DANA', 'OVO', 'ShopeePay', 'LinkAja'],
  banks: ['BCA mobile', 'BRImo', 'Livin’ by Mandiri', 'wondr by BNI', 'BSI', 'CIMB OCTO'],
} as const

/** By name: their signs are theirs, and not ours to draw. */
export function AcceptedApps() {
  const t = useTranslations('help.apps')
  return (
    <>
      <p className="max-w-prose">{t('text')}</p>
      <dl className="mt-4 grid gap-4 sm:grid-cols-2">
        {(['wallets', 'banks'] as const).map((kind) => (
          <div key={kind} className="rounded-xl border border-line bg-card p-5">
            <dt className="font-bold">{t(kind)}</dt>
            <dd className="mt-1">{apps[kind].join(', ')}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-ink-soft">… {t('andMore')}</p>
    </>
  )
}
