import type { ReactNode } from 'react'

const tones = {
  error: 'border-brick bg-brick-soft',
  hint: 'border-turmeric bg-turmeric-soft',
  good: 'border-accent bg-leaf',
}

type NoticeProps = {
  tone: keyof typeof tones
  children: ReactNode
  id?: string
  /** It stands in something that announces what changes in it, and would be said twice. */
  isAnnounced?: boolean
  className?: string
}

/**
 * A sentence that stands out. Errors are announced at once; the others are not given
 * `role="status"`, which on the order's pages belongs to the status of the order.
 */
export function Notice({ tone, children, id, isAnnounced, className = '' }: NoticeProps) {
  return (
    <div
      id={id}
      role={tone === 'error' && !isAnnounced ? 'alert' : undefined}
      aria-live={tone === 'good' && !isAnnounced ? 'polite' : undefined}
      className={`rounded-xl border-l-4 px-4 py-3 font-medium text-ink ${tones[tone]} ${className}`}
    >
      {children}
    </div>
  )
}
