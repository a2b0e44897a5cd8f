import { useTranslations } from 'next-intl'
import { Panel } from '@/components/ui/panel'
import { formatRupiah } from '@/lib/money'

export type CartSummaryProps = {
  lines: { productId: number; name: string; quantity: number; total: number }[]
  /** Rupiah. */
  total: number
}

/** What is about to be ordered, beside the checkout form. */
export function CartSummary({ lines, total }: CartSummaryProps) {
  const t = useTranslations('checkout.summary')
  return (
    <Panel>
      <h2 className="text-xl">{t('heading')}</h2>
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {lines.map((line) => (
          <li key={line.productId} className="flex flex-wrap justify-between gap-x-4 py-3">
            <span>
              {line.name} <span className="whitespace-nowrap text-ink-soft">× {line.quantity}</span>
            </span>
            <span className="whitespace-nowrap tabular-nums">{formatRupiah(line.total)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-4 flex flex-wrap justify-between gap-x-4 text-lg font-extrabold">
        <span>{t('total')}</span>
        <span className="tabular-nums">{formatRupiah(total)}</span>
      </p>
      <p className="mt-4 text-sm text-ink-soft">{t('pickup')}</p>
    </Panel>
  )
}
