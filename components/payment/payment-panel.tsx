import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { OrderNumber } from '@/components/orders/order-number'
import { PaymentCode } from '@/components/payment/payment-code'
import { PaymentHead } from '@/components/payment/payment-head'
import { PaymentSteps } from '@/components/payment/payment-steps'
import { UntilDeadline } from '@/components/payment/until-deadline'
import type { Deadline } from '@/components/payment/use-time-left'
import { ButtonLink } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { formatRupiah } from '@/lib/money'

export type PaymentPanelProps = {
  orderId: string
  /** Rupiah. */
  amount: number
  /** The charge answer's `generate-qr-code`, already checked against the allowed hosts. */
  qrUrl: string
  /** The charge answer's `deeplink-redirect`; only a `gopay` charge has one. */
  deeplink?: string
  /** On a phone the app comes first, and the code is saved rather than scanned. */
  phone: boolean
  /** iOS puts what is downloaded among the files, where no wallet looks for a picture. */
  savesByHolding: boolean
  /** Shows the page's own address in place of the payment's code. */
  showsAddress: boolean
  deadline: Deadline
  /** The line that tells when the shop cannot be reached. */
  live: ReactNode
  /** What helps to open the wallet, and to leave another app's own browser. */
  walletHelp: ReactNode
  /** The form with `Cancel order`. */
  cancel: ReactNode
}

export function PaymentPanel(props: PaymentPanelProps) {
  const t = useTranslations('payment')
  const { orderId, deadline, phone } = props
  const amount = formatRupiah(props.amount)
  const app = props.deeplink && (
    <ButtonLink href={props.deeplink} look={phone ? 'primary' : 'quiet'}>
      {t('openGopay')}
    </ButtonLink>
  )
  return (
    <div className="grid grid-cols-1 items-start gap-x-14 gap-y-7 group/payment md:grid-cols-[minmax(0,26rem)_minmax(0,1fr)] md:grid-rows-[auto_1fr] lg:grid-cols-[minmax(0,30rem)_minmax(0,1fr)]">
      <div className="grid gap-5 md:col-start-2">
        <PaymentHead amount={amount} deadline={deadline} live={props.live} />
        <UntilDeadline deadline={deadline}>
          <div className="grid gap-3 empty:hidden">
            {phone && app}
            {props.walletHelp}
          </div>
        </UntilDeadline>
      </div>
      <Panel className="grid grid-cols-1 justify-items-center gap-4 max-sm:px-2 md:col-start-1 md:row-span-2 md:row-start-1">
        <UntilDeadline deadline={deadline} after={<TimeIsOver />}>
          <PaymentCode
            qrUrl={props.qrUrl}
            ownQrUrl={`/orders/${orderId}/qr.png`}
            addressQrUrl={phone ? undefined : `/checkout/${orderId}/address.svg`}
            showsAddress={props.showsAddress}
            words={{
              qrAlt: t('qrAlt', { amount, orderId }),
              addressAlt: t('address.alt'),
              addressText: t('address.text'),
              sendToPhone: t('address.show'),
              backToCode: t('address.back'),
            }}
          >
            <div className="grid w-full auto-cols-fr gap-3 sm:grid-flow-col">
              <ButtonLink
                href={`/orders/${orderId}/qr.png`}
                download
                look={phone && !props.deeplink ? 'primary' : 'quiet'}
              >
                {t('saveQr')}
              </ButtonLink>
              {!phone && app}
            </div>
          </PaymentCode>
        </UntilDeadline>
        <OrderNumber orderId={orderId} className="text-center" />
      </Panel>
      <div className="grid gap-8 md:col-start-2">
        {/* How to pay is not how to come to this page. */}
        <div className="group-has-[[data-address]]/payment:hidden">
          <UntilDeadline deadline={deadline}>
            <PaymentSteps
              phone={phone}
              savesByHolding={props.savesByHolding}
              hasDeeplink={Boolean(props.deeplink)}
            />
          </UntilDeadline>
        </div>
        <div className="flex flex-wrap items-center gap-3">{props.cancel}</div>
      </div>
    </div>
  )
}

/** In the code's place, and as large: what is scanned too late can only lead astray. */
function TimeIsOver() {
  const t = useTranslations('payment.over')
  return (
    <div
      role="alert"
      className="grid aspect-square w-full max-w-[26rem] content-center gap-3 rounded-xl border-2 border-dashed border-edge p-6 text-center"
    >
      <p className="text-heading font-extrabold">{t('heading')}</p>
      <p>{t('text')}</p>
    </div>
  )
}
