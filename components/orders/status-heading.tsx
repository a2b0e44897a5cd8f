'use client'

import { arrive } from './arrival'

function focusOnArrival(heading: HTMLElement | null): void {
  if (heading && arrive()) heading.focus()
}

/** The order's status as the heading of its page: another status is another heading. */
export function StatusHeading({ children }: { children: string }) {
  return (
    <h1
      key={children}
      ref={focusOnArrival}
      tabIndex={-1}
      className="rounded-sm text-title hyphens-auto wrap-anywhere"
    >
      {children}
    </h1>
  )
}
