import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { PageLink } from '@/components/ui/page-link'

const troubles = ['noCode', 'notOpened', 'refused', 'notPaid', 'paidTwice', 'lost'] as const

/** Questions to open, so that one finds one's own among them. */
export function Troubles() {
  const t = useTranslations('help.trouble')
  return (
    <div className="divide-y divide-line rounded-xl border border-line bg-card">
      {troubles.map((trouble) => (
        <details key={trouble} className="group">
          <summary className="flex min-h-12 cursor-pointer items-center gap-3 px-5 py-3 font-bold marker:content-none hover:bg-stone">
            <Icon
              name="chevron"
              className="text-accent transition-transform group-open:rotate-90"
            />
            {t(`${trouble}.question`)}
          </summary>
          <p className="max-w-prose px-5 pb-5 pl-14">
            {trouble === 'lost'
              ? t.rich('lost.answer', {
                  link: (words) => (
                    <PageLink href="/orders" className="text-accent underline underline-offset-4">
                      {words}
                    </PageLink>
                  ),
                })
              : t(`${trouble}.answer`)}
          </p>
        </details>
      ))}
    </div>
  )
}
