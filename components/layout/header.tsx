import { CartLink } from '@/components/cart/cart-link'
import { Logo } from '@/components/layout/logo'
import { PageLink } from '@/components/ui/page-link'

export function Header() {
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:m-2 focus:rounded-xl focus:bg-card focus:px-4 focus:py-2 focus:font-bold"
      >
        Skip to the content
      </a>
      <div aria-hidden="true" className="awning-shade relative z-10 print:hidden">
        <div className="awning" />
      </div>
      <header className="sticky top-0 z-10 bg-paper/95 print:static">
        <div className="mx-auto flex max-w-6xl items-center justify-between px-4 py-2.5 sm:px-6">
          <PageLink href="/" className="rounded-lg text-ink" aria-label="Tokoku, all products">
            <Logo />
          </PageLink>
          <nav aria-label="Shop" className="print:hidden">
            <CartLink />
          </nav>
        </div>
      </header>
    </>
  )
}
