/** Every language of the shop, with its own name in that language. */
export const languages = { en: 'English', id: 'Bahasa Indonesia' } as const

export type Locale = keyof typeof languages

export const locales = Object.keys(languages) as Locale[]

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && Object.hasOwn(languages, value)
}
