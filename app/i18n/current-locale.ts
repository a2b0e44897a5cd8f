import 'server-only'
import { cookies, headers } from 'next/headers'
import { cookieName } from '@/app/cookies'
import { env } from '@/lib/env'
import { chooseLocale } from '@/lib/i18n/choose-locale'
import type { Locale } from '@/lib/i18n/locales'

/** The language of this request. */
export async function currentLocale(): Promise<Locale> {
  return chooseLocale({
    cookie: (await cookies()).get(cookieName('tokoku-locale'))?.value,
    acceptLanguage: (await headers()).get('accept-language'),
    fallback: env().DEFAULT_LOCALE,
  })
}
