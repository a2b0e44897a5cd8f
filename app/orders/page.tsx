import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { browserSecret } from '@/app/browser-secret'
import { LookAgain } from '@/components/orders/look-again'
import { OrderCard } from '@/components/orders/order-card'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { listOwnOrders } from '@/lib/orders/list-own-orders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ownOrders')
  return { title: t('title'), robots: { index: false } }
}

/** What was ordered with this browser: there are no accounts, and its cookie knows its orders. */
export default async function OwnOrdersPage() {
  const t = await getTranslations('ownOrders')
  const orders = await listOwnOrders(await browserSecret())
  if (orders.length === 0) {
    return (
      <EmptyState picture="order-slips" title={t('empty.heading')} text={t('empty.text')}>
        <ButtonLink href="/">{t('empty.allProducts')}</ButtonLink>
      </EmptyState>
    )
  }
  return (
    <div className="mx-auto max-w-3xl">
      <LookAgain />
      <h1 className="text-title">{t('heading')}</h1>
      <p className="mt-3 max-w-prose text-ink-soft">{t('text')}</p>
      <ul className="cut-shade mt-8 grid gap-5">
        {orders.map((order) => (
          <OrderCard key={order.orderId} order={order} />
        ))}
      </ul>
    </div>
  )
}
