import type { Locale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'

export type Words = (typeof messages)[Locale]

/** What the shop says to a browser that asks for this language, such as `id-ID`. */
export function wordsOf(language = 'en'): Words {
  return messages[language.startsWith('id') ? 'id' : 'en']
}
