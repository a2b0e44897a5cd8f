import { isLocale, type Locale } from './locales'

/** `in` is what Java and old Android phones still call Indonesian. */
const FORMER_INDONESIAN = 'in'

/** The language that was chosen by the switch, else the browser's, else the shop's. */
export function chooseLocale(wishes: {
  cookie: string | undefined
  acceptLanguage: string | null
  fallback: Locale
}): Locale {
  if (isLocale(wishes.cookie)) return wishes.cookie
  return preferredLocale(wishes.acceptLanguage ?? '') ?? wishes.fallback
}

/** The language of ours that an `Accept-Language` header wants most (RFC 9110, section 12.5.4). */
function preferredLocale(header: string): Locale | undefined {
  let best: Locale | undefined
  let bestWeight = 0
  for (const part of header.split(',')) {
    const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
    const language = range.split('-')[0]
    const locale = language === FORMER_INDONESIAN ? 'id' : language
    const weight = weightOf(parameters)
    // Of two that are wanted as much, the first.
    if (isLocale(locale) && weight > bestWeight) [best, bestWeight] = [locale, weight]
  }
  return best
}

/** 1 when nothing is said; 0, which means never, for what is not a weight. */
function weightOf(parameters: string[]): number {
  const stated = parameters.find((parameter) => parameter.startsWith('q='))
  if (stated === undefined) return 1
  return /^q=(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(stated) ? Number(stated.slice(2)) : 0
}
