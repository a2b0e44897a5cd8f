'use client'

import { useEffect, useState } from 'react'
import type { Locale } from '@/lib/i18n/locales'
import { formatTime, JAKARTA, zoneOfBrowser } from '@/lib/shop-time'

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
  const [zone, setZone] = useState(JAKARTA)

  useEffect(() => {
    // A page's first use of Intl takes a phone a tenth of a second: not before what can be pressed answers.
    const timer = setTimeout(() => setZone(zoneOfBrowser(iso, locale)))
    return () => clearTimeout(timer)
  }, [iso, locale])

  return (
    <time dateTime={iso} className="whitespace-nowrap">
      {formatTime(iso, locale, zone)}
    </time>
  )
}
