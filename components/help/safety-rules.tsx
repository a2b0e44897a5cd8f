import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'

const rules = ['pin', 'ownCode', 'stranger', 'check', 'refund'] as const

export function SafetyRules() {
  const t = useTranslations('help.safety.rules')
  return (
    <ul className="grid gap-4 rounded-2xl border-2 border-accent bg-leaf p-5 sm:p-7">
      {rules.map((rule) => (
        <li key={rule} className="flex gap-3">
          <Icon name="shield" className="mt-0.5 text-accent" />
          <span className="max-w-prose">{t(rule)}</span>
        </li>
      ))}
    </ul>
  )
}
