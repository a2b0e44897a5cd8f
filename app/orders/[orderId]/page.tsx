import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { browserSecret } from '@/app/browser-secret'
import { cancelOrder, payAgain } from '@/app/orders/[orderId]/actions'
import { currentOrder } from '@/app/orders/current-order'
import type { OrderPageProps } from '@/app/orders/order-page-props'
import { LiveOrder } from '@/components/orders/live-order'
import { OrderForm } from '@/components/orders/order-form'
import { OrderStatus } from '@/components/orders/order-status'
import { PendingLinks } from '@/components/orders/pending-links'
import { PrintButton } from '@/components/orders/print-button'
import { Receipt } from '@/components/orders/receipt'
import { SelfRefresh } from '@/components/orders/self-refresh'
import { describeWayOfPayment } from '@/components/orders/way-of-payment'
import { Notice } from '@/components/ui/notice'
import { PageLink } from '@/components/ui/page-link'
import { classifyDevice } from '@/lib/device/classify-device'
import { ownsOrder } from '@/lib/orders/owned-order'
import { orderVersion } from '@/lib/orders/status-json'
import { isTimelineOpen } from '@/lib/timeline/is-open'

/** A background tab tells by its title and its icon; the title is also what a screen reader says. */
export async function generateMetadata({ params }: OrderPageProps): Promise<Metadata> {
  const order = await currentOrder((await params).orderId)
  const t = await getTranslations()
  if (!order) return { title: t('shop.notFound.title'), robots: { index: false } }
  return {
    title: t('orders.title', { status: t(`orders.status.${order.status}.title`) }),
    robots: { index: false },
    ...(order.status === 'paid' && { icons: { icon: '/icon-paid.svg', apple: '/apple-icon.png' } }),
  }
}

/** While the order is what each is true: the address keeps a problem after it has passed. */
const problems = {
  no_answer: ['pending'],
  already_over: ['over'],
  sold_out: ['over'],
  not_reopened: ['over'],
  too_often: ['pending', 'over'],
  already_paid: ['paid'],
} as const
const codes = Object.keys(problems) as (keyof typeof problems)[]

function wherePaidAgain(owner: boolean, problem: keyof typeof problems | undefined) {
  if (!owner) return 'elsewhere'
  return problem === 'sold_out' ? 'nowhere' : 'here'
}

/** The state of an order, what to do next, and its receipt. It never opens the wallet by itself. */
export default async function OrderPage({ params, searchParams }: OrderPageProps) {
  const { orderId } = await params
  const { problem, result } = await searchParams
  const order = await currentOrder(orderId)
  if (!order) notFound()

  const t = await getTranslations()
  const { payment, status } = order
  const request = await headers()
  const device = classifyDevice(request.get('user-agent'), request.get('sec-ch-ua-mobile'))
  const owner = await ownsOrder(orderId, await browserSecret())
  const paidWith = order.paidAt
    ? describeWayOfPayment(await getTranslations('orders'), payment.paymentType, payment.issuer)
    : undefined
  const isPending = status === 'pending'
  const canPayAgain = ['expired', 'cancelled', 'denied', 'failed'].includes(status)
  const stands = isPending ? 'pending' : canPayAgain ? 'over' : 'paid'
  const known = codes.find(
    (code) => code === problem && problems[code].some((when) => when === stands),
  )
  // The wallet's word chooses the sentence and what is offered first, never the status.
  const walletResult = result === 'success' || result === 'failure' ? result : undefined
  return (
    <div className="grid gap-8">
      {isPending && <SelfRefresh />}
      <OrderStatus
        status={status}
        amount={order.grossAmount}
        refunded={order.refunded}
        paidLate={order.paidLate}
        paidWith={paidWith}
        isPreparing={!payment.isCharged}
        walletResult={walletResult}
        payAgain={canPayAgain ? wherePaidAgain(owner, known) : undefined}
        problem={known && <Notice tone="error">{t(`orders.problems.${known}`)}</Notice>}
        live={
          <LiveOrder
            address={`/orders/${orderId}`}
            shown={orderVersion(order)}
            lostText={t('orders.lost')}
          />
        }
      >
        {isPending && (
          <PendingLinks
            phone={device.kind === 'phone'}
            saysPaid={walletResult === 'success'}
            qrHref={payment.qrCodeUrl && `/checkout/${orderId}?show=qr`}
            deeplink={payment.deeplinkUrl}
            expiresAt={payment.expiresAt?.toISOString()}
            now={order.now.toISOString()}
          />
        )}
        {isPending && owner && (
          <OrderForm
            action={cancelOrder}
            orderId={orderId}
            look="quiet"
            unanswered={t('orders.unanswered')}
          >
            {t('orders.cancel')}
          </OrderForm>
        )}
        {canPayAgain && owner && (
          <OrderForm action={payAgain} orderId={orderId} unanswered={t('orders.unanswered')}>
            {t('orders.payAgain')}
          </OrderForm>
        )}
        {order.paidAt && <PrintButton>{t('orders.print')}</PrintButton>}
      </OrderStatus>
      {order.paidTwice && <Notice tone="hint">{t('orders.paidTwice')}</Notice>}
      {order.needsPerson && <Notice tone="hint">{t('orders.needsPerson')}</Notice>}
      <Receipt
        orderId={orderId}
        items={order.items}
        total={order.grossAmount}
        refunded={order.refunded}
        contact={order.contact}
        placedAt={order.placedAt.toISOString()}
        paidAt={order.paidAt?.toISOString()}
        paidWith={paidWith}
      />
      {isTimelineOpen() && (
        <p className="text-note print:hidden">
          <PageLink
            href={`/orders/${orderId}/timeline`}
            className="font-semibold text-accent underline underline-offset-4"
          >
            {t('timeline.link')}
          </PageLink>
        </p>
      )}
    </div>
  )
}
