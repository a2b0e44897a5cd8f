import { useTranslations } from 'next-intl'
import type { PaymentPanelProps } from '@/components/payment/payment-panel'

/** QRIS is one code for all of them, so a GoPay code can be paid by any. */
const apps = 'GoPay DANA OVO ShopeePay LinkAja BCA BNI BRI Mandiri'.split(' ')

/** How to pay in three steps, with which apps, and what comes afterwards. */
export function PaymentSteps({
  phone,
  savesByHolding,
  hasDeeplink,
}: Pick<PaymentPanelProps, 'phone' | 'savesByHolding'> & { hasDeeplink: boolean }) {
  const t = useTranslations('payment')
  const save = savesByHolding ? 'hold' : 'save'
  const steps = phone
    ? ([
        ['save', t(hasDeeplink ? `steps.gopayOr.${save}` : `steps.${save}`)],
        ['upload', t('steps.upload')],
        ['confirm', t('steps.confirm')],
      ] as const)
    : ([
        ['open-app', t('steps.openApp')],
        ['scan', t('steps.scan')],
        ['confirm', t('steps.confirm')],
      ] as const)
  return (
    <div className="grid gap-8">
      <section className="grid gap-4">
        <h2 className="text-heading">{t('steps.heading')}</h2>
        <ol className="grid gap-5 lg:grid-cols-3">
          {steps.map(([drawing, step], index) => (
            <li key={drawing} className="flex items-start gap-4 lg:block">
              <img
                src={`/images/steps/${drawing}.svg`}
                alt=""
                width={320}
                height={240}
                className="h-auto w-24 shrink-0 lg:mb-2 lg:w-full lg:max-w-40"
              />
              <p>
                <span className="font-extrabold text-accent">{index + 1}.</span> {step}
              </p>
            </li>
          ))}
        </ol>
      </section>
      <section className="grid gap-3">
        <h2 className="text-heading">{t('apps.heading')}</h2>
        <ul className="flex flex-wrap gap-2">
          {[...apps, t('apps.others')].map((app) => (
            <li key={app} className="rounded-full border border-line bg-card px-3 py-0.5 text-note">
              {app}
            </li>
          ))}
        </ul>
      </section>
      <section className="grid gap-2">
        <h2 className="text-heading">{t('next.heading')}</h2>
        <p className="max-w-prose">{t('next.text')}</p>
      </section>
    </div>
  )
}
