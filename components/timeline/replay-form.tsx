import { useTranslations } from 'next-intl'
import { OnceButton } from '@/components/orders/once-button'

type ReplayFormProps = {
  action: (form: FormData) => Promise<void>
  orderId: string
  /** The event of the notification. */
  event: string
}

/** Lets the shop decide on a stored notification once more. */
export function ReplayForm({ action, orderId, event }: ReplayFormProps) {
  const t = useTranslations('timeline.tools')
  return (
    <form action={action}>
      <input type="hidden" name="orderId" value={orderId} />
      <input type="hidden" name="event" value={event} />
      <OnceButton look="quiet">{t('replay')}</OnceButton>
    </form>
  )
}
