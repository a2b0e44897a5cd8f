import type { useTranslations } from 'next-intl'

const apps: Record<string, string> = {
  gopay: 'GoPay',
  dana: 'DANA',
  ovo: 'OVO',
  linkaja: 'LinkAja',
  shopeepay: 'ShopeePay',
  'airpay shopee': 'ShopeePay',
}

/**
 * Says how an order was paid, for a shopper: `GoPay`, or `QRIS with DANA`. A `gopay` charge that
 * is paid by scanning comes back as `payment_type: "qris"` with the app that paid in `issuer`
 * (docs.midtrans.com, "GoPay: QRIS notification"). Unknown issuers are shown as Midtrans wrote them.
 */
export function describeWayOfPayment(
  t: ReturnType<typeof useTranslations<'orders'>>,
  paymentType?: string | null,
  issuer?: string | null,
): string | undefined {
  if (!paymentType) return undefined
  if (paymentType !== 'qris') return apps[paymentType] ?? paymentType
  return issuer ? t('qrisWith', { app: apps[issuer.toLowerCase()] ?? issuer }) : 'QRIS'
}
