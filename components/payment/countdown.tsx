'use client'

import { useEffect, useState } from 'react'

export type CountdownProps = {
  /** ISO 8601. */
  expiresAt: string
  /** ISO 8601: the server's clock when it rendered the page. A phone's own clock may be wrong. */
  now: string
}

function write(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
  const pad = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

export function Countdown({ expiresAt, now }: CountdownProps) {
  const whole = Date.parse(expiresAt) - Date.parse(now)
  const [left, setLeft] = useState(whole)
  useEffect(() => {
    const start = Date.now()
    const tick = () => setLeft(whole - (Date.now() - start))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [whole])
  if (left <= 0) return <span role="timer">The time to pay is over</span>
  // A timer's changes are not read out (WAI-ARIA, role "timer": aria-live is off).
  return (
    <span role="timer" className="tabular-nums">
      {write(left)}
    </span>
  )
}
