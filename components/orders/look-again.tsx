'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/**
 * Renders a page anew when it comes into sight again: what it tells of orders may have changed. Only ever after
 * the shop has answered: offline, Next would leave the page for the browser's own error.
 */
export function LookAgain() {
  const router = useRouter()

  useEffect(() => {
    const look = async () => {
      if (document.hidden) return
      const answer = await fetch('/api/health', { method: 'HEAD' }).catch(() => undefined)
      if (answer?.ok) router.refresh()
    }
    const onPageShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) look()
    }
    document.addEventListener('visibilitychange', look)
    window.addEventListener('pageshow', onPageShow)
    return () => {
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('pageshow', onPageShow)
    }
  }, [router])

  return null
}
