import { PageLink } from '@/components/ui/page-link'

export function EmptyCart() {
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-5 py-6 text-center">
      <img src="/images/empty-basket.svg" alt="" width={320} height={240} className="h-auto w-64" />
      <h1 className="text-3xl">Nothing in here yet</h1>
      <p className="text-lg text-ink-soft">
        The coffee is freshly roasted and the shelves are full.
      </p>
      <PageLink href="/" className="font-bold text-accent underline underline-offset-4">
        See all products
      </PageLink>
    </div>
  )
}
