import type { Locale } from './i18n/locales'

const months: Record<Locale, string> = {
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  id: 'Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des',
}

/** A zone of time at one instant. */
export type Zone = { name: string; minutesEast: number }

/**
 * Western Indonesia: seven hours ahead all year round, which is also the zone of every time that
 * Midtrans sends without one (docs.midtrans.com, "transaction_time").
 */
export const JAKARTA: Zone = { name: 'WIB', minutesEast: 420 }

/** As Indonesians call them: Intl would say GMT+8 in English. */
const indonesianZones: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Ujung_Pandang': 'WITA',
  'Asia/Jayapura': 'WIT',
}

/**
 * Writes an ISO 8601 time for a shopper: `22 Nov 2025, 15:42 WIB`, in Indonesian with a dot in the
 * time. By hand, because Intl's words and spaces differ between ICU versions. Returns an empty text
 * for what is not a time.
 */
export function formatTime(iso: string, locale: Locale, { name, minutesEast }: Zone): string {
  const instant = Date.parse(iso)
  if (Number.isNaN(instant)) return ''
  const there = new Date(instant + minutesEast * 60_000)
  const month = months[locale].split(' ')[there.getUTCMonth()]
  const clock = there.toISOString().slice(11, 16)
  const time = locale === 'id' ? clock.replace(':', '.') : clock
  return `${there.getUTCDate()} ${month} ${there.getUTCFullYear()}, ${time} ${name}`
}

/** The zone that this browser is set to: its clock may have another offset at another time of year. */
export function zoneOfBrowser(iso: string, locale: Locale): Zone {
  const format = new Intl.DateTimeFormat(locale, { timeZoneName: 'short' })
  const instant = new Date(Date.parse(iso) || 0)
  const shortName = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value
  return {
    name: indonesianZones[format.resolvedOptions().timeZone] ?? shortName ?? '',
    minutesEast: -instant.getTimezoneOffset(),
  }
}
