import { useTranslations } from 'next-intl'

/** The order's number, set so that 30 characters can be read and wrap on a phone. */
export function OrderNumber({ orderId, className = '' }: { orderId: string; className?: string }) {
  const t = useTranslations('orders')
  return (
    <p className={`text-sm text-ink-soft ${className}`}>
      {t('number')} <span className="font-mono break-all">{orderId}</span>
    </p>
  )
}
