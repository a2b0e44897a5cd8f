'use client'

import { useSyncExternalStore } from 'react'
import type { Locale } from '@/lib/i18n/locales'
import { formatTime, JAKARTA, zoneOfBrowser } from '@/lib/shop-time'

const never = () => () => {}

type LocalTimeProps = {
  /** ISO 8601. */
  iso: string
  locale: Locale
}

/**
 * A time of day with the name of its zone. The server does not know where the shopper is, so the page
 * comes with Jakarta's time and the browser puts its own in that place.
 */
export function LocalTime({ iso, locale }: LocalTimeProps) {
  const text = useSyncExternalStore(
    never,
    () => formatTime(iso, locale, zoneOfBrowser(iso, locale)),
    () => formatTime(iso, locale, JAKARTA),
  )
  return (
    <time dateTime={iso} className="whitespace-nowrap">
      {text}
    </time>
  )
}
