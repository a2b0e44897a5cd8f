'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

type LiveOrderProps = {
  orderId: string
  /**
   * The status as this page was rendered: the same JSON text that the stream sends. Undefined while the
   * page waits for something that is not in the status, the code to pay: then it just looks again.
   */
  shown?: string
}

const POLL_MS = 3_000
const HIDDEN_POLL_MS = 10_000
const LOOK_AGAIN_MS = 1_500

/**
 * Renders the page again as soon as the order's status is not the one shown. Listens to the order's
 * event stream while the tab is visible, and polls while it is hidden, because a browser allows only
 * six connections to a host, or while there is no stream.
 */
export function LiveOrder({ orderId, shown }: LiveOrderProps) {
  const router = useRouter()
  useEffect(() => {
    let stream: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let ended = false

    if (shown === undefined) {
      const again = setInterval(() => router.refresh(), LOOK_AGAIN_MS)
      return () => clearInterval(again)
    }
    const compare = (status: string) => {
      if (status !== shown) router.refresh()
    }
    const poll = async () => {
      try {
        const response = await fetch(`/orders/${orderId}/status`, { cache: 'no-store' })
        if (response.ok && !ended) compare(JSON.stringify(await response.json()))
      } catch {
        // Offline for a while: the next round asks again.
      }
      pollLater()
    }
    const pollLater = () => {
      clearTimeout(timer)
      if (!ended) timer = setTimeout(poll, document.hidden ? HIDDEN_POLL_MS : POLL_MS)
    }
    const listen = () => {
      stream?.close()
      clearTimeout(timer)
      if (document.hidden) return pollLater()
      stream = new EventSource(`/orders/${orderId}/events`)
      stream.onopen = () => clearTimeout(timer)
      stream.onmessage = (event) => compare(event.data)
      // The browser reconnects by itself where it can; until then the page polls.
      stream.onerror = pollLater
    }

    listen()
    document.addEventListener('visibilitychange', listen)
    window.addEventListener('online', listen)
    return () => {
      ended = true
      stream?.close()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', listen)
      window.removeEventListener('online', listen)
    }
  }, [orderId, shown, router])

  return null
}
