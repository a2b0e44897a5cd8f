import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { browserSecret } from '@/app/browser-secret'
import { cancelOrder, payAgain } from '@/app/orders/[orderId]/actions'
import { currentOrder } from '@/app/orders/current-order'
import type { OrderPageProps } from '@/app/orders/order-page-props'
import { LiveOrder } from '@/components/orders/live-order'
import { CancelForm, PayAgainForm } from '@/components/orders/order-forms'
import { OrderStatus } from '@/components/orders/order-status'
import { Receipt } from '@/components/orders/receipt'
import { SelfRefresh } from '@/components/orders/self-refresh'
import { statusLooks } from '@/components/orders/status-words'
import { describeWayOfPayment } from '@/components/orders/way-of-payment'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ownsOrder } from '@/lib/orders/owned-order'
import { orderStatusJson } from '@/lib/orders/status-json'

/** The status comes first in the title: a background tab tells, and a screen reader says it. */
export async function generateMetadata({ params }: OrderPageProps): Promise<Metadata> {
  const order = await currentOrder((await params).orderId)
  const title = order ? `${statusLooks[order.status].title}: your order` : 'Not found'
  return { title, robots: { index: false } }
}

const problems: Record<string, string> = {
  no_answer: 'Midtrans did not answer. We are asking again; this page shows what becomes of it.',
  not_cancelled: 'The order could not be cancelled any more. This is how it stands.',
  sold_out: 'Something in this order has sold out meanwhile, so it cannot be paid again.',
}

/** The state of an order, what to do next, and its receipt. It never opens the wallet by itself. */
export default async function OrderPage({ params, searchParams }: OrderPageProps) {
  const { orderId } = await params
  const { problem, result } = await searchParams
  const order = await currentOrder(orderId)
  if (!order) notFound()

  const { payment, status } = order
  const owner = await ownsOrder(orderId, await browserSecret())
  const paidWith = order.paidAt
    ? describeWayOfPayment(payment.paymentType, payment.issuer)
    : undefined
  const isPending = status === 'pending'
  const canPayAgain = ['expired', 'cancelled', 'denied', 'failed'].includes(status)
  // The address keeps the problem after it has passed.
  const hasProblem = typeof problem === 'string' && (isPending || canPayAgain)
  const explanation = hasProblem ? problems[problem] : undefined
  return (
    <div className="grid gap-8">
      <LiveOrder orderId={orderId} shown={JSON.stringify(orderStatusJson(order))} />
      {isPending && <SelfRefresh />}
      <OrderStatus
        status={status}
        amount={order.grossAmount}
        refunded={order.refunded}
        paidLate={order.paidLate}
        paidWith={paidWith}
        isPreparing={!payment.isCharged}
        // The wallet's word chooses the sentence, never the status.
        walletResult={result === 'success' || result === 'failure' ? result : undefined}
      >
        {(isPending || canPayAgain) && (
          <>
            {isPending && payment.deeplinkUrl && (
              <ButtonLink href={payment.deeplinkUrl}>Open GoPay</ButtonLink>
            )}
            {isPending && payment.qrCodeUrl && (
              <ButtonLink href={`/checkout/${orderId}?show=qr`} look="secondary">
                Show QR code
              </ButtonLink>
            )}
            {isPending && owner && <CancelForm action={cancelOrder} orderId={orderId} />}
            {canPayAgain && owner && <PayAgainForm action={payAgain} orderId={orderId} />}
          </>
        )}
      </OrderStatus>
      {explanation && <Notice tone="error">{explanation}</Notice>}
      {order.paidTwice && (
        <Notice tone="hint">
          This order was paid twice. The second payment will be given back; the shop has been told.
        </Notice>
      )}
      {order.needsPerson && (
        <Notice tone="hint">
          Midtrans has told us something about this payment that a person has to look at. The shop
          has been told; there is nothing that you need to do.
        </Notice>
      )}
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
    </div>
  )
}
