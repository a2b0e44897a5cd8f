import type { ReactNode } from 'react'
import { StatusIcon } from '@/components/orders/status-icon'
import { describeStatus, type StatusFacts, statusLooks } from '@/components/orders/status-words'

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
  /** Buttons and links for what to do next. */
  children?: ReactNode
}

/** The state of an order in the page's first `role="status"`, its word first. */
export function OrderStatus({ children, ...facts }: OrderStatusProps) {
  const { title, drawing, tone } = statusLooks[facts.status]
  const { happened, next } = describeStatus(facts)
  const { ground, motif, seal } = tones[tone]
  return (
    <section className={`overflow-hidden rounded-2xl ${ground} print:bg-white`}>
      <div aria-hidden="true" className={`kawung h-6 opacity-45 print:hidden ${motif}`} />
      <div className="grid gap-6 p-5 sm:p-8">
        <div className="flex items-start gap-4 sm:gap-5">
          <span className={`grid size-12 shrink-0 place-items-center rounded-full ${seal}`}>
            <StatusIcon drawing={drawing} />
          </span>
          <div role="status">
            <h1 className="text-3xl sm:text-4xl">{title}</h1>{' '}
            <p className="mt-3 text-lg font-medium">{happened}</p>{' '}
            <p className="mt-1 max-w-prose">{next}</p>
          </div>
        </div>
        {children && <div className="flex flex-wrap gap-3 sm:pl-17">{children}</div>}
      </div>
    </section>
  )
}
