const MINUTE = 60 * 1000

/** Waiting times after each failure (docs.midtrans.com, best practices). */
const INTERVALS = [2 * MINUTE, 10 * MINUTE, 30 * MINUTE, 90 * MINUTE, 210 * MINUTE]
/** Midtrans adds "a random shift" and does not say how long: up to a tenth here. */
const LARGEST_SHIFT = 0.1

/** How often Midtrans tries again after this answer; `status` is undefined when there was none. */
export function retriesAfter(status: number | undefined): number {
  if (status === undefined) return 5
  if (status >= 200 && status < 300) return 0
  if (status === 500) return 1
  if (status === 503) return 4
  if (status === 400 || status === 404) return 2
  if (status === 301 || status === 302 || status === 303) return 0
  return 5
}

/** Milliseconds until the next try after `tries` that failed, the last with `status`; null when it gives up. */
export function waitAfter(tries: number, status: number | undefined): number | null {
  const interval = tries <= retriesAfter(status) ? INTERVALS[tries - 1] : undefined
  return interval === undefined ? null : interval * (1 + Math.random() * LARGEST_SHIFT)
}
