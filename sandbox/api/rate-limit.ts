import type { Clock } from '../clock'
import type { Merchant } from '../store/records'

type Window = { endsAt: number; requests: number }

/** Counts charges, and says whether one more is within what the merchant is allowed. */
export function createRateLimiter(clock: Clock): (merchant: Merchant) => boolean {
  const windows = new Map<string, Window>()
  return ({ merchantId, rateLimit }) => {
    if (!rateLimit) return true
    const now = clock.now()
    const known = windows.get(merchantId)
    const window =
      known && now < known.endsAt ? known : { endsAt: now + rateLimit.seconds * 1000, requests: 0 }
    window.requests += 1
    windows.set(merchantId, window)
    return window.requests <= rateLimit.requests
  }
}
