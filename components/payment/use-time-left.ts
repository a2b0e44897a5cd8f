import { useEffect, useState } from 'react'

export type Deadline = {
  /** ISO 8601. */
  expiresAt: string
  /** ISO 8601: the server's clock when it rendered the page. A phone's own clock may be wrong. */
  now: string
}

/**
 * When this browser first saw a time of the server's. The router shows a page that it has kept with
 * the time of then, and minutes may have passed.
 */
const seenAt = new Map<string, number>()

/** Milliseconds until the deadline, by the server's clock, counted on by this browser's. */
export function useTimeLeft({ expiresAt, now }: Deadline): number {
  const whole = Date.parse(expiresAt) - Date.parse(now)
  const [left, setLeft] = useState(whole)
  useEffect(() => {
    const start = seenAt.get(now) ?? Date.now()
    seenAt.set(now, start)
    const tick = () => setLeft(whole - (Date.now() - start))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [whole, now])
  return left
}
