import { useTranslations } from 'next-intl'

/** The first thing that a shopper sees: the shop itself, open. */
export function ShopFront() {
  const t = useTranslations('catalogue')
  return (
    <div className="mb-8 grid items-center gap-x-10 gap-y-6 sm:mb-12 md:grid-cols-[minmax(0,1fr)_22rem] lg:grid-cols-[minmax(0,1fr)_27rem]">
      <div>
        <h1 className="text-display">{t('heading')}</h1>
        <p className="mt-4 max-w-xl text-lead text-ink-soft">{t('intro')}</p>
      </div>
      <img
        src="/images/open-shop.svg"
        alt=""
        width={480}
        height={360}
        className="h-auto w-full max-md:hidden"
        fetchPriority="high"
      />
    </div>
  )
}
