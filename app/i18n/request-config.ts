import { getRequestConfig } from 'next-intl/server'
import { currentLocale } from '@/app/i18n/current-locale'
import type { Locale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import type { en } from '@/messages/en'

declare module 'next-intl' {
  /** With this a key that does not exist, or an argument that is missing, does not compile. */
  interface AppConfig {
    Locale: Locale
    Messages: typeof en
  }
}

/** What next-intl's functions work with: in this request's language, or in one that they are asked for. next.config.mjs leads it here. */
export default getRequestConfig(async (asked) => {
  const locale = asked.locale ?? (await currentLocale())
  return {
    locale,
    // The same keys, which is what English stands for in the type.
    messages: messages[locale] as typeof en,
    timeZone: 'Asia/Jakarta',
  }
})
