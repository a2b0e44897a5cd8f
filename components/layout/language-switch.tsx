import { useLocale, useTranslations } from 'next-intl'
import { LanguageForm } from '@/components/layout/language-form'
import { languages, locales } from '@/lib/i18n/locales'

type LanguageSwitchProps = { action: (form: FormData) => Promise<void> }

/** Each language by its own name, so that whoever needs it can read it. */
export function LanguageSwitch({ action }: LanguageSwitchProps) {
  const t = useTranslations('shop')
  const current = useLocale()
  return (
    <LanguageForm action={action} aria-label={t('language')} className="-mx-3 flex flex-wrap">
      {locales.map((locale) => (
        <button
          key={locale}
          type="submit"
          name="locale"
          value={locale}
          lang={locale}
          aria-current={locale === current ? 'true' : undefined}
          className="min-h-11 cursor-pointer rounded-xl px-3 underline underline-offset-4 hover:bg-stone aria-[current=true]:font-bold aria-[current=true]:no-underline"
        >
          {languages[locale]}
        </button>
      ))}
    </LanguageForm>
  )
}
