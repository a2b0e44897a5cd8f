import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { StatusHeading } from '@/components/orders/status-heading'
import { type StatusDrawing, StatusIcon } from '@/components/orders/status-icon'
import { StatusRegion } from '@/components/orders/status-region'
import { describeStatus, type StatusFacts } from '@/components/orders/status-words'
import type { OrderStatus as Status } from '@/prisma/generated/enums'

const looks: Record<Status, { drawing: StatusDrawing; tone: keyof typeof tones }> = {
  pending: { drawing: 'clock', tone: 'waiting' },
  paid: { drawing: 'check', tone: 'good' },
  expired: { drawing: 'hourglass', tone: 'calm' },
  cancelled: { drawing: 'cross', tone: 'calm' },
  denied: { drawing: 'alert', tone: 'bad' },
  failed: { drawing: 'alert', tone: 'bad' },
  partially_refunded: { drawing: 'back', tone: 'calm' },
  refunded: { drawing: 'back', tone: 'calm' },
}

const tones = {
  waiting: {
    ground: 'bg-turmeric-soft',
    motif: 'text-turmeric',
    seal: 'bg-turmeric text-on-turmeric',
  },
  good: { ground: 'bg-leaf', motif: 'text-accent', seal: 'bg-accent text-on-accent' },
  calm: { ground: 'bg-stone', motif: 'text-ink-soft', seal: 'bg-ink-soft text-paper' },
  bad: { ground: 'bg-brick-soft', motif: 'text-brick', seal: 'bg-brick text-card' },
}

export type OrderStatusProps = StatusFacts & {
  /** The line that tells when the shop cannot be reached. */
  live: ReactNode
  /** What came of the last press. */
  problem?: ReactNode
  /** Buttons and links for what to do next. */
  children?: ReactNode
}

/** The state of an order in the page's first `role="status"`, its word first. */
export function OrderStatus({ live, problem, children, ...facts }: OrderStatusProps) {
  const t = useTranslations('orders')
  const { drawing, tone } = looks[facts.status]
  const { happened, next } = describeStatus(t, facts)
  const { ground, motif, seal } = tones[tone]
  return (
    <section
      // Another status is drawn anew, and one that arrives comes in quietly.
      key={facts.status}
      className={`overflow-hidden rounded-2xl ${ground} motion-safe:transition-opacity motion-safe:duration-500 arriving:motion-safe:starting:opacity-0 print:bg-white`}
    >
      <div aria-hidden="true" className={`kawung-small h-6 opacity-45 print:hidden ${motif}`} />
      <div className="grid grid-cols-1 gap-6 p-5 sm:p-8 print:p-0">
        <div className="flex items-start gap-4 sm:gap-5">
          <span
            className={`grid size-12 shrink-0 place-items-center rounded-full motion-safe:transition-transform motion-safe:duration-500 arriving:motion-safe:starting:scale-50 forced-colors:border print:hidden ${seal}`}
          >
            <StatusIcon drawing={drawing} />
          </span>
          <div className="min-w-0">
            <StatusRegion>
              <StatusHeading>{t(`status.${facts.status}.title`)}</StatusHeading>{' '}
              <p className="mt-3 text-lead font-medium">{happened}</p>{' '}
              {next && <p className="mt-1 max-w-prose print:hidden">{next}</p>}
            </StatusRegion>
            {live}
          </div>
        </div>
        {problem}
        {children && (
          <div className="grid gap-3 sm:flex sm:flex-wrap sm:pl-17 print:hidden">{children}</div>
        )}
      </div>
    </section>
  )
}
