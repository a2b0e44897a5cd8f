import type { Metadata, Viewport } from 'next'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { currentLines } from '@/app/cart/cart-cookie'
import { jakarta } from '@/app/fonts'
import { chooseLanguage } from '@/app/i18n/actions'
import { shopOpenGraph } from '@/app/open-graph'
import { CartCountProvider } from '@/components/cart/cart-count'
import { ErrorWordsProvider } from '@/components/layout/error-words'
import { Footer } from '@/components/layout/footer'
import { Header } from '@/components/layout/header'
import { LanguageSwitch } from '@/components/layout/language-switch'
import { FormWordsProvider } from '@/components/ui/form-words'
import { env } from '@/lib/env'
import './globals.css'

// Every page carries the nonce of its own Content-Security-Policy: none can be made in advance.
export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('shop'), getLocale()])
  return {
    metadataBase: new URL(env().APP_URL),
    title: { default: t('title'), template: '%s · Tokoku' },
    description: t('description'),
    openGraph: {
      ...shopOpenGraph(locale),
      images: [{ url: '/images/share/shop.png', width: 1200, height: 630, alt: t('title') }],
    },
    // Takes title, description and picture from the above.
    twitter: { card: 'summary_large_image' },
    icons: { icon: '/icon.svg', apple: '/apple-icon.png' },
    formatDetection: { telephone: false },
  }
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#14603f' },
    { media: '(prefers-color-scheme: dark)', color: '#161a16' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, messages, lines] = await Promise.all([getLocale(), getMessages(), currentLines()])
  const count = lines.reduce((sum, line) => sum + line.quantity, 0)
  return (
    <html lang={locale} className={jakarta.variable}>
      <body className="flex min-h-dvh flex-col">
        <FormWordsProvider words={{ locale, ...messages.shop.forms }}>
          <CartCountProvider count={count}>
            <Header />
            <main
              id="content"
              className="mx-auto w-full max-w-page grow px-4 pt-8 pb-16 sm:px-6 sm:pt-10"
            >
              <ErrorWordsProvider words={messages.shop.error}>{children}</ErrorWordsProvider>
            </main>
          </CartCountProvider>
          <Footer>
            <LanguageSwitch action={chooseLanguage} />
          </Footer>
        </FormWordsProvider>
      </body>
    </html>
  )
}
