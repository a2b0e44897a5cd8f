import 'server-only'
import type { Messages, NamespaceKeys, NestedKeyOf } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { locales } from '@/lib/i18n/locales'
import type { Said } from '@/lib/i18n/said'

type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>
type Translate<N extends Namespace> = Awaited<ReturnType<typeof getTranslations<N>>>

/**
 * For what an action says to a form, which shows it in the language that the page is in by then: makes a sentence
 * in every language of what makes it in one.
 */
export async function inEachLanguage<const N extends Namespace>(
  namespace: N,
): Promise<(say: (t: Translate<N>) => string) => Said> {
  const translators = await Promise.all(
    locales.map(async (locale) => [locale, await getTranslations({ locale, namespace })] as const),
  )
  return (say) => Object.fromEntries(translators.map(([locale, t]) => [locale, say(t)]))
}
