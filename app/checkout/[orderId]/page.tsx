import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { browserSecret } from '@/app/browser-secret'
import { cancelOrder } from '@/app/orders/[orderId]/actions'
import type { OrderPageProps } from '@/app/orders/order-page-props'
import { LiveOrder } from '@/components/orders/live-order'
import { CancelForm } from '@/components/orders/order-forms'
import { SelfRefresh } from '@/components/orders/self-refresh'
import { PaymentPanel } from '@/components/payment/payment-panel'
import { PreparingPanel } from '@/components/payment/preparing-panel'
import { classifyDevice } from '@/lib/device/classify-device'
import { isGatewayAway } from '@/lib/gateway'
import { ownsOrder } from '@/lib/orders/owned-order'
import { orderStatusJson } from '@/lib/orders/status-json'
import { visitOrder } from '@/lib/orders/visit-order'

export const metadata: Metadata = { title: 'Pay', robots: { index: false } }

/** Where an order is paid: a QR code on a computer or tablet, the GoPay app on a phone. */
export default async function PaymentPage({ params, searchParams }: OrderPageProps) {
  const { orderId } = await params
  const order = await visitOrder(orderId)
  if (!order) notFound()
  if (order.status !== 'pending') redirect(`/orders/${orderId}`)

  const { deeplinkUrl, qrCodeUrl, expiresAt, isCharged } = order.payment
  const device = classifyDevice((await headers()).get('user-agent'))
  const wantsQr = (await searchParams).show === 'qr'
  if (device === 'phone' && deeplinkUrl && !wantsQr) redirect(deeplinkUrl)

  const owner = await ownsOrder(orderId, await browserSecret())
  const cancel = owner && <CancelForm action={cancelOrder} orderId={orderId} />
  return (
    <>
      <LiveOrder
        orderId={orderId}
        shown={isCharged ? JSON.stringify(orderStatusJson(order)) : undefined}
      />
      <SelfRefresh />
      {qrCodeUrl && expiresAt ? (
        <PaymentPanel
          orderId={orderId}
          amount={order.grossAmount}
          qrUrl={qrCodeUrl}
          qrDownloadHref={`/orders/${orderId}/qr.png`}
          deeplink={deeplinkUrl}
          phone={device === 'phone'}
          expiresAt={expiresAt.toISOString()}
          now={order.now.toISOString()}
          cancel={cancel}
        />
      ) : (
        <PreparingPanel
          orderId={orderId}
          amount={order.grossAmount}
          isCharged={isCharged}
          isMidtransAway={isGatewayAway()}
          deeplink={deeplinkUrl}
        >
          {cancel}
        </PreparingPanel>
      )}
    </>
  )
}
