import { useTranslations } from 'next-intl'
import { CartLink } from '@/components/cart/cart-link'
import { Logo } from '@/components/layout/logo'
import { NavLink } from '@/components/layout/nav-link'
import { PageLink } from '@/components/ui/page-link'

export function Header() {
  const t = useTranslations()
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:m-2 focus:rounded-xl focus:bg-card focus:px-4 focus:py-2 focus:font-bold"
      >
        {t('shop.skip')}
      </a>
      <div aria-hidden="true" className="cut-shade relative z-10 print:hidden">
        <div className="awning" />
      </div>
      <header className="sticky top-0 z-10 border-b border-line bg-paper print:static print:border-0">
        <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-2 px-4 py-2 sm:px-6">
          <PageLink href="/" className="rounded-lg text-ink" aria-label={t('shop.home')}>
            <Logo />
          </PageLink>
          <nav
            aria-label={t('shop.nav')}
            className="-mr-2 flex flex-wrap items-center sm:-mr-3 sm:gap-1 print:hidden"
          >
            <NavLink href="/help" icon="help">
              {t('shop.help')}
            </NavLink>
            <NavLink href="/orders" icon="orders">
              {t('shop.orders')}
            </NavLink>
            <CartLink
              label={t('cart.link')}
              oneItem={t('cart.oneItem')}
              manyItems={t('cart.manyItems', { count: '#' })}
            />
          </nav>
        </div>
      </header>
    </>
  )
}
