import type { MetadataRoute } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'

/** With it the shop can be put on a home screen. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('shop')])
  return {
    name: 'Tokoku',
    short_name: 'Tokoku',
    description: t('description'),
    lang: locale,
    id: '/',
    start_url: '/',
    display: 'standalone',
    // As --color-paper and --color-accent of globals.css.
    background_color: '#f7f5ec',
    theme_color: '#14603f',
    icons: [
      { src: '/icons/192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: t('orders'), url: '/orders' },
      { name: t('help'), url: '/help' },
    ],
  }
}
