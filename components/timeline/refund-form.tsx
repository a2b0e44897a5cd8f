import { useTranslations } from 'next-intl'
import { OnceButton } from '@/components/orders/once-button'
import { formatRupiah } from '@/lib/money'

type RefundFormProps = {
  action: (form: FormData) => Promise<void>
  orderId: string
  attempt: number
  /** Rupiah that may still be given back. */
  left: number
  /** Two presses of this very form are one refund. */
  refundKey: string
}

const input = 'min-h-12 w-full rounded-xl border border-edge bg-card px-4 py-2.5'

/** Gives back what an attempt paid, in full unless less is typed. */
export function RefundForm({ action, orderId, attempt, left, refundKey }: RefundFormProps) {
  const t = useTranslations('timeline.tools')
  const name = (field: string) => `${field}-${attempt}`
  return (
    <form action={action} className="border-t border-line pt-5">
      <fieldset className="grid items-end gap-4 sm:grid-cols-[1fr_2fr_auto]">
        <legend className="mb-3 font-bold">
          {t('refundAttempt', { attempt: String(attempt) })}
        </legend>
        <input type="hidden" name="orderId" value={orderId} />
        <input type="hidden" name="attempt" value={attempt} />
        <input type="hidden" name="refundKey" value={refundKey} />
        <div className="grid gap-1.5">
          <label htmlFor={name('amount')}>{t('amount')}</label>
          <input
            id={name('amount')}
            name="amount"
            inputMode="numeric"
            autoComplete="off"
            required
            defaultValue={left}
            aria-describedby={name('hint')}
            className={input}
          />
        </div>
        <div className="grid gap-1.5">
          <label htmlFor={name('reason')}>{t('reason')}</label>
          <input
            id={name('reason')}
            name="reason"
            autoComplete="off"
            required
            maxLength={255}
            defaultValue={t('reasonText')}
            className={input}
          />
        </div>
        <OnceButton>{t('refund')}</OnceButton>
      </fieldset>
      <p id={name('hint')} className="mt-2 text-note text-ink-soft">
        {t('amountHint', { left: formatRupiah(left) })}
      </p>
    </form>
  )
}
