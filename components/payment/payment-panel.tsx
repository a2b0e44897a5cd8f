import type { ReactNode } from 'react'
import { OrderNumber } from '@/components/orders/order-number'
import { Countdown } from '@/components/payment/countdown'
import { PaymentSteps } from '@/components/payment/payment-steps'
import { ButtonLink } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { formatJakartaTime } from '@/lib/jakarta-time'
import { formatRupiah } from '@/lib/money'

export type PaymentPanelProps = {
  orderId: string
  /** Rupiah. */
  amount: number
  /** The charge answer's `generate-qr-code`, already checked against the allowed hosts. */
  qrUrl: string
  /** The same picture through our own host. */
  qrDownloadHref: string
  /** The charge answer's `deeplink-redirect`; only a `gopay` charge has one. */
  deeplink?: string
  /** On a phone the app comes first, and the code is saved rather than scanned. */
  phone: boolean
  /** ISO 8601. */
  expiresAt: string
  /** ISO 8601: the server's clock. */
  now: string
  /** The form with `Cancel order`. */
  cancel: ReactNode
}

export function PaymentPanel(props: PaymentPanelProps) {
  const amount = formatRupiah(props.amount)
  const app = props.deeplink && (
    <ButtonLink href={props.deeplink} look={props.phone ? 'primary' : 'secondary'}>
      Open GoPay
    </ButtonLink>
  )
  return (
    <div className="grid items-start gap-x-14 gap-y-7 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
      <div className="grid gap-5 lg:col-start-2">
        <div role="status">
          <h1 className="text-3xl sm:text-4xl">Waiting for payment</h1>{' '}
          <p className="mt-2 max-w-prose text-lg">
            This page changes by itself when the money arrives, usually within seconds.
          </p>
        </div>
        <div className="border-y border-line py-4">
          <dl className="grid grid-cols-2 gap-4">
            <div>
              <dt className="text-sm text-ink-soft">Amount</dt>
              <dd className="text-2xl font-extrabold tabular-nums">{amount}</dd>
            </div>
            <div>
              <dt className="text-sm text-ink-soft">Time left</dt>
              <dd className="text-2xl font-extrabold">
                <Countdown expiresAt={props.expiresAt} now={props.now} />
              </dd>
            </div>
          </dl>
          <p className="mt-2 text-sm text-ink-soft">
            Please pay before{' '}
            <time dateTime={props.expiresAt}>{formatJakartaTime(props.expiresAt)}</time>.
          </p>
        </div>
        {props.phone && app}
      </div>
      <Panel className="grid justify-items-center gap-4 lg:col-start-1 lg:row-span-2 lg:row-start-1">
        {/* White around the code in dark mode too: scanners need the quiet zone. */}
        <div className="w-full max-w-88 rounded-xl bg-white p-3">
          <img
            src={props.qrUrl}
            alt={`QR code to pay ${amount} for order ${props.orderId}`}
            width={480}
            height={480}
            className="aspect-square h-auto w-full object-contain"
          />
        </div>
        <OrderNumber orderId={props.orderId} className="text-center" />
        <div className="flex w-full flex-wrap justify-center gap-3">
          <ButtonLink href={props.qrDownloadHref} download look="quiet">
            Save QR code
          </ButtonLink>
          {!props.phone && app}
        </div>
        <p className="text-center text-sm text-ink-soft">
          No code to see? Save it instead: that goes through our own shop.
        </p>
      </Panel>
      <div className="grid gap-6 lg:col-start-2">
        <PaymentSteps phone={props.phone} hasDeeplink={Boolean(props.deeplink)} />
        <div className="flex flex-wrap items-center gap-3">{props.cancel}</div>
      </div>
    </div>
  )
}
