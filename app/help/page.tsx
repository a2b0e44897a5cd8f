import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { AcceptedApps } from '@/components/help/accepted-apps'
import { HelpSection } from '@/components/help/help-section'
import { PicturedSteps } from '@/components/help/pictured-steps'
import { SafetyRules } from '@/components/help/safety-rules'
import { Troubles } from '@/components/help/troubles'
import { ButtonLink } from '@/components/ui/button'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('help')
  return {
    title: t('title'),
    description: t('description'),
    alternates: { canonical: '/help' },
  }
}

const contents = ['gopay', 'scan', 'qris', 'apps', 'trouble', 'safety', 'pickup'] as const

/** How to pay, for someone who has never done it and for someone whose payment does not work. */
export default function HelpPage() {
  const t = useTranslations('help')
  return (
    <div className="mx-auto max-w-4xl">
      <h1 className="text-title">{t('heading')}</h1>
      <p className="mt-4 max-w-prose text-lead text-ink-soft">{t('intro')}</p>
      <nav aria-label={t('contents')} className="mt-6">
        <ul className="grid gap-x-8 sm:grid-cols-2">
          {contents.map((id) => (
            <li key={id}>
              <a
                href={`#${id}`}
                className="inline-flex min-h-9 items-center text-accent underline underline-offset-4"
              >
                {t(`${id}.heading`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <HelpSection id="gopay" heading={t('gopay.heading')}>
        <PicturedSteps
          steps={[
            { picture: 'open-app', text: t('gopay.steps.open') },
            { picture: 'confirm', text: t('gopay.steps.confirm') },
            { picture: 'paid', text: t('gopay.steps.paid') },
          ]}
        />
      </HelpSection>
      <HelpSection id="scan" heading={t('scan.heading')}>
        <PicturedSteps
          steps={[
            { picture: 'open-app', text: t('scan.steps.open') },
            { picture: 'scan', text: t('scan.steps.scan') },
            { picture: 'confirm', text: t('scan.steps.confirm') },
          ]}
        />
      </HelpSection>
      <HelpSection id="qris" heading={t('qris.heading')}>
        <PicturedSteps
          steps={[
            { picture: 'save', text: t('qris.steps.save') },
            { picture: 'upload', text: t('qris.steps.upload') },
            { picture: 'confirm', text: t('qris.steps.confirm') },
          ]}
        />
      </HelpSection>
      <HelpSection id="apps" heading={t('apps.heading')}>
        <AcceptedApps />
      </HelpSection>
      <HelpSection id="trouble" heading={t('trouble.heading')}>
        <Troubles />
      </HelpSection>
      <HelpSection id="safety" heading={t('safety.heading')}>
        <SafetyRules />
      </HelpSection>
      <HelpSection id="pickup" heading={t('pickup.heading')}>
        <p className="max-w-prose text-lead">{t('pickup.text')}</p>
        <ButtonLink href="/" className="mt-5">
          {t('pickup.allProducts')}
        </ButtonLink>
      </HelpSection>
    </div>
  )
}
