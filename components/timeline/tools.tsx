import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { OnceButton } from '@/components/orders/once-button'
import { Panel } from '@/components/ui/panel'

type Action = (form: FormData) => Promise<void>

type ToolsProps = {
  orderId: string
  isPending: boolean
  check: Action
  cancel: Action
  /** What can be given back. */
  children: ReactNode
}

/** What can be done to an order where the money is pretended. */
export function Tools({ orderId, isPending, check, cancel, children }: ToolsProps) {
  const t = useTranslations('timeline.tools')
  return (
    <Panel className="grid gap-5">
      <div>
        <h2 className="text-heading">{t('heading')}</h2>
        <p className="mt-1 max-w-prose text-note text-ink-soft">{t('hint')}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        <form action={check}>
          <input type="hidden" name="orderId" value={orderId} />
          <OnceButton look="secondary">{t('check')}</OnceButton>
        </form>
        {isPending && (
          <form action={cancel}>
            <input type="hidden" name="orderId" value={orderId} />
            <OnceButton look="quiet">{t('cancel')}</OnceButton>
          </form>
        )}
      </div>
      {children}
    </Panel>
  )
}
