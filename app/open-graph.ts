import type { Locale } from '@/lib/i18n/locales'

/** What every page says of the shop where it is shared: a page's own `openGraph` takes the place of the layout's. */
export function shopOpenGraph(locale: Locale) {
  return {
    type: 'website',
    siteName: 'Tokoku',
    locale: locale === 'id' ? 'id_ID' : 'en_GB',
  } as const
}
