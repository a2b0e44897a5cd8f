'use client'

import { type ReactNode, useEffect, useState } from 'react'

/** By then a screen reader has said the title of the page. */
const TITLE_MS = 1_000

/**
 * The `role="status"` of an order. A new status comes with a new title, which Next has read out, so the
 * region comes in silence; what changes in it later is not in the title, and is announced.
 */
export function StatusRegion({ children }: { children: ReactNode }) {
  const [isTitleSaid, setIsTitleSaid] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsTitleSaid(true), TITLE_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div role="status" aria-live={isTitleSaid ? 'polite' : 'off'}>
      {children}
    </div>
  )
}
