import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageLink } from '@/components/ui/page-link'

/** `children` is the choice of language. */
export function Footer({ children }: { children: ReactNode }) {
  const t = useTranslations('shop')
  const ways = [
    { href: '/', words: t('allProducts') },
    { href: '/orders', words: t('footer.orders') },
    { href: '/help', words: t('footer.help') },
  ]
  return (
    <footer className="bg-leaf print:hidden">
      <div aria-hidden="true" className="kawung h-12 text-accent opacity-35" />
      <div className="mx-auto grid max-w-page gap-x-10 gap-y-8 px-4 py-10 sm:grid-cols-2 sm:px-6 lg:grid-cols-[1fr_auto_1fr]">
        <div>
          <p className="text-lead font-extrabold">{t('footer.pickupHeading')}</p>
          <p className="mt-1 max-w-sm">{t('footer.pickup')}</p>
        </div>
        <nav aria-labelledby="footer-ways">
          <p id="footer-ways" className="font-bold">
            {t('footer.linksHeading')}
          </p>
          <ul className="mt-1">
            {ways.map(({ href, words }) => (
              <li key={href}>
                <PageLink
                  href={href}
                  className="inline-flex min-h-9 items-center underline underline-offset-4 hover:text-accent"
                >
                  {words}
                </PageLink>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          <p className="font-bold">{t('footer.aboutHeading')}</p>
          <p className="mt-1 max-w-sm">{t('footer.about')}</p>
          <div className="mt-3">{children}</div>
        </div>
      </div>
    </footer>
  )
}
