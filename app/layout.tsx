import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { currentLines } from '@/app/cart/cart-cookie'
import { jakarta } from '@/app/fonts'
import { CartCountProvider } from '@/components/cart/cart-count'
import { Footer } from '@/components/layout/footer'
import { Header } from '@/components/layout/header'
import './globals.css'

// Every page carries the nonce of its own Content-Security-Policy: none can be made in advance.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { default: 'Tokoku: coffee, tea, snacks and batik', template: '%s · Tokoku' },
  description:
    'A small Indonesian shop: coffee, tea, snacks, kitchen things and batik. Pay with GoPay or QRIS and pick up at the shop.',
  icons: { icon: '/icon.svg', apple: '/apple-icon.png' },
  formatDetection: { telephone: false },
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#14603f' },
    { media: '(prefers-color-scheme: dark)', color: '#161a16' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const lines = await currentLines()
  const count = lines.reduce((sum, line) => sum + line.quantity, 0)
  return (
    <html lang="en" className={jakarta.variable}>
      <body className="flex min-h-dvh flex-col">
        <CartCountProvider count={count}>
          <Header />
          <main
            id="content"
            className="mx-auto w-full max-w-6xl grow px-4 pt-8 pb-16 sm:px-6 sm:pt-10"
          >
            {children}
          </main>
        </CartCountProvider>
        <Footer />
      </body>
    </html>
  )
}
