import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { OrderNumber } from '@/components/orders/order-number'
import { LocalTime } from '@/components/ui/local-time'
import { Panel } from '@/components/ui/panel'
import { formatRupiah } from '@/lib/money'

export type ReceiptProps = {
  orderId: string
  items: { productId: number; name: string; price: number; quantity: number }[]
  /** Rupiah. */
  total: number
  /** Rupiah given back so far. */
  refunded?: number
  /** Masked: the page may be shown to whoever has its address. */
  contact: { email: string; phone: string }
  /** ISO 8601. */
  placedAt: string
  /** ISO 8601, once the order is paid. */
  paidAt?: string
  /** In words, such as `QRIS with DANA`. */
  paidWith?: string
}

export function Receipt(props: ReceiptProps) {
  const paid = props.paidAt !== undefined
  const t = useTranslations('orders.receipt')
  const locale = useLocale()
  const facts: [string, ReactNode][] = [
    [t('placedAt'), <LocalTime key="placed" iso={props.placedAt} locale={locale} />],
    [t('paidAt'), props.paidAt && <LocalTime key="paid" iso={props.paidAt} locale={locale} />],
    [t('paidWith'), props.paidWith],
    [t('contact'), `${props.contact.email}, ${props.contact.phone}`],
    [t('pickup'), t('atTheShop')],
  ]
  return (
    <Panel>
      <h2 className="text-xl">{t(paid ? 'heading' : 'headingUnpaid')}</h2>
      <OrderNumber orderId={props.orderId} className="mt-1" />
      <table className="mt-5 w-full border-y border-line text-left">
        <caption className="sr-only">{t('caption')}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('product')}</th>
            <th scope="col">{t('price')}</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {props.items.map((item) => (
            <tr key={item.productId}>
              <th scope="row" className="py-3 pr-3 font-semibold">
                {item.name}{' '}
                <span className="block font-normal text-ink-soft tabular-nums">
                  {item.quantity} × {formatRupiah(item.price)}
                </span>
              </th>
              <td className="py-3 text-right align-top whitespace-nowrap tabular-nums">
                {formatRupiah(item.price * item.quantity)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="mt-4 grid gap-1">
        <Sum name={t('total')} amount={props.total} className="text-lg font-extrabold" />
        {props.refunded ? (
          <>
            <Sum name={t('refunded')} amount={-props.refunded} />
            <Sum name={t('kept')} amount={props.total - props.refunded} className="font-bold" />
          </>
        ) : null}
      </dl>
      <dl className="mt-5 grid gap-x-6 gap-y-3 border-t border-line pt-5 sm:grid-cols-[auto_1fr] sm:gap-y-2">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name} className="sm:contents">
                <dt className="text-ink-soft">{name}</dt>
                <dd className="font-medium wrap-anywhere">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </Panel>
  )
}

function Sum({
  name,
  amount,
  className = '',
}: {
  name: string
  amount: number
  className?: string
}) {
  return (
    <div className={`flex flex-wrap justify-between gap-x-4 ${className}`}>
      <dt>{name}</dt>
      <dd className="tabular-nums">{formatRupiah(amount)}</dd>
    </div>
  )
}
