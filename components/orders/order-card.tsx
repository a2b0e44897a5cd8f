import { useLocale, useTranslations } from 'next-intl'
import { ProductPicture } from '@/components/catalogue/product-picture'
import { OrderNumber } from '@/components/orders/order-number'
import { Icon } from '@/components/ui/icon'
import { LocalTime } from '@/components/ui/local-time'
import { PageLink } from '@/components/ui/page-link'
import { formatRupiah } from '@/lib/money'
import type { OrderStatus } from '@/prisma/generated/enums'

type OrderCardProps = {
  order: {
    orderId: string
    status: OrderStatus
    grossAmount: number
    refunded: number
    placedAt: Date
    items: { slug: string; name: string; quantity: number }[]
  }
}

/** What waits for the shopper stands out; what is over is quiet. */
const tones: Record<OrderStatus, string> = {
  pending: 'bg-turmeric-soft border-turmeric',
  paid: 'bg-leaf border-accent',
  denied: 'bg-brick-soft border-brick',
  failed: 'bg-brick-soft border-brick',
  expired: 'bg-stone border-edge',
  cancelled: 'bg-stone border-edge',
  partially_refunded: 'bg-stone border-edge',
  refunded: 'bg-stone border-edge',
}

const PICTURES = 3

/** One order as a slip from the counter. The whole slip leads to the order. */
export function OrderCard({ order }: OrderCardProps) {
  const t = useTranslations()
  const locale = useLocale()
  const [first] = order.items
  const others = order.items.length - 1
  return (
    <li className="slip relative grid gap-x-5 gap-y-3 bg-card p-5 pb-8 hover:bg-stone sm:grid-cols-[auto_1fr_auto] sm:pr-14 sm:pl-6">
      <div className="flex -space-x-4">
        {order.items.slice(0, PICTURES).map(({ slug }) => (
          <ProductPicture
            key={slug}
            slug={slug}
            className="w-16 rounded-xl border-2 border-card sm:w-18"
          />
        ))}
      </div>
      <div className="grid content-start gap-1">
        <h2 className="text-lead">
          {/* Its area is the slip: one link for whoever tabs, and a large target for whoever taps. */}
          <PageLink
            href={`/orders/${order.orderId}`}
            className="after:absolute after:inset-0 hover:underline hover:underline-offset-4"
          >
            {t('ownOrders.things', { first: first?.name ?? '', others })}
          </PageLink>
        </h2>
        <p className="text-note text-ink-soft">
          <LocalTime iso={order.placedAt.toISOString()} locale={locale} />
        </p>
        <OrderNumber orderId={order.orderId} />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2 sm:grid sm:content-start sm:justify-items-end">
        <p className={`rounded-lg border px-2.5 py-1 text-note font-bold ${tones[order.status]}`}>
          {t(`orders.status.${order.status}.title`)}
        </p>
        <div className="ml-auto text-right tabular-nums">
          <p className="font-extrabold">{formatRupiah(order.grossAmount)}</p>
          {order.refunded > 0 && (
            <p className="text-note text-ink-soft">
              {t('ownOrders.givenBack', { amount: formatRupiah(order.refunded) })}
            </p>
          )}
        </div>
      </div>
      <Icon
        name="chevron"
        className="absolute top-10 right-4 text-accent sm:top-1/2 sm:-translate-y-1/2"
      />
    </li>
  )
}
