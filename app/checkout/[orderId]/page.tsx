import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { browserSecret } from '@/app/browser-secret'
import { cancelOrder } from '@/app/orders/[orderId]/actions'
import { currentOrder } from '@/app/orders/current-order'
import type { OrderPageProps } from '@/app/orders/order-page-props'
import { LiveOrder } from '@/components/orders/live-order'
import { OrderForm } from '@/components/orders/order-form'
import { SelfRefresh } from '@/components/orders/self-refresh'
import { PaymentPanel } from '@/components/payment/payment-panel'
import { PreparingPanel } from '@/components/payment/preparing-panel'
import { WalletHelp } from '@/components/payment/wallet-help'
import { browserLink } from '@/lib/device/browser-link'
import { classifyDevice } from '@/lib/device/classify-device'
import { env } from '@/lib/env'
import { isGatewayAway } from '@/lib/gateway'
import { ownsOrder } from '@/lib/orders/owned-order'
import { orderVersion } from '@/lib/orders/status-json'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('payment')
  return { title: t('title'), robots: { index: false } }
}

/** Where an order is paid: a QR code on a computer or tablet, the GoPay app on a phone. */
export default async function PaymentPage({ params, searchParams }: OrderPageProps) {
  const { orderId } = await params
  const order = await currentOrder(orderId)
  if (!order) notFound()
  if (order.status !== 'pending') redirect(`/orders/${orderId}`)

  const { deeplinkUrl, qrCodeUrl, expiresAt, isCharged } = order.payment
  const request = await headers()
  const device = classifyDevice(request.get('user-agent'), request.get('sec-ch-ua-mobile'))
  const { show } = await searchParams
  const phone = device.kind === 'phone'
  const isOver = expiresAt !== null && expiresAt <= order.now
  const isAskedToShow = show === 'qr' || show === 'phone'
  const opensWallet = phone && device.inApp === undefined && !isOver && !isAskedToShow
  // The router of a page that is open asks as a script does. It gets the page, which opens the wallet
  // itself and is there when the shopper comes back; everyone else is redirected.
  const isOpenAlready = request.get('sec-fetch-dest') === 'empty'
  if (opensWallet && deeplinkUrl && !isOpenAlready) redirect(deeplinkUrl)

  const t = await getTranslations()
  const owner = await ownsOrder(orderId, await browserSecret())
  const live = (
    <LiveOrder
      address={`/orders/${orderId}`}
      shown={isCharged ? orderVersion(order) : undefined}
      decidedHref={`/orders/${orderId}`}
      lostText={t('payment.lost')}
    />
  )
  const cancel = owner && (
    <OrderForm
      action={cancelOrder}
      orderId={orderId}
      look="quiet"
      unanswered={t('orders.unanswered')}
    >
      {t('orders.cancel')}
    </OrderForm>
  )
  return (
    <>
      <SelfRefresh />
      {qrCodeUrl && expiresAt ? (
        <PaymentPanel
          orderId={orderId}
          amount={order.grossAmount}
          qrUrl={qrCodeUrl}
          deeplink={deeplinkUrl}
          phone={phone}
          savesByHolding={device.system === 'ios'}
          // A phone that was sent the address of a page in this state is what it leads to.
          showsAddress={show === 'phone' && !phone}
          deadline={{ expiresAt: expiresAt.toISOString(), now: order.now.toISOString() }}
          live={live}
          walletHelp={
            <WalletHelp
              inApp={device.inApp}
              hasWallet={Boolean(deeplinkUrl)}
              browserHref={browserLink(`${env().APP_URL}/checkout/${orderId}?show=qr`, device)}
              opens={opensWallet ? deeplinkUrl : undefined}
            />
          }
          cancel={cancel}
        />
      ) : (
        <PreparingPanel
          orderId={orderId}
          amount={order.grossAmount}
          isCharged={isCharged}
          isMidtransAway={isGatewayAway()}
          deeplink={isOver ? undefined : deeplinkUrl}
          live={live}
        >
          {cancel}
        </PreparingPanel>
      )}
    </>
  )
}
