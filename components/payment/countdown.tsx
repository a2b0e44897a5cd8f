'use client'

import { type Deadline, useTimeLeft } from './use-time-left'

function write(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
  const pad = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

/** A timer's changes are not read out (WAI-ARIA, role "timer": aria-live is off). */
export function Countdown(deadline: Deadline) {
  return (
    <span role="timer" className="tabular-nums">
      {write(useTimeLeft(deadline))}
    </span>
  )
}
