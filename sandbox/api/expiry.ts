import { parseOrderTime } from '../midtrans-time'
import type { ChargeRequest } from './charge-request'

const SECOND = 1000
const DAY = 24 * 60 * 60 * SECOND
const UNITS: Record<string, number> = {
  second: SECOND,
  minute: 60 * SECOND,
  hour: 3600 * SECOND,
  day: DAY,
}

// docs.midtrans.com, custom expiry and Deployment Notice.
const DEFAULT_LIFE = 15 * 60 * SECOND
const SHORTEST_LIFE = 20 * SECOND
const LONGEST_LIFE = 7 * DAY
const LONGEST_LIFE_SHOPEE = 5 * DAY

/** When a charge made `now` expires, in milliseconds, or `too_soon`. A life that is too long is trimmed. */
export function expiryOf(request: ChargeRequest, now: number): number | 'too_soon' {
  const custom = request.custom_expiry
  if (!custom) return now + DEFAULT_LIFE
  const unit = UNITS[(custom.unit ?? 'minute').replace(/s$/, '')] ?? 0
  const start = custom.order_time ? (parseOrderTime(custom.order_time) ?? now) : now
  const life = start + custom.expiry_duration * unit - now
  if (life < SHORTEST_LIFE) return 'too_soon'
  const longest = request.qris?.acquirer === 'airpay shopee' ? LONGEST_LIFE_SHOPEE : LONGEST_LIFE
  return now + Math.min(life, longest)
}
