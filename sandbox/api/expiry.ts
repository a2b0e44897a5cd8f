import { parseOrderTime } from '../midtrans-time'
import type { Acquirer, PaymentType } from '../store/records'
import type { ChargeRequest } from './charge-request'

const SECOND = 1000
const MINUTE = 60 * SECOND
const DAY = 24 * 60 * MINUTE
const UNITS: Record<string, number> = {
  second: SECOND,
  minute: MINUTE,
  hour: 60 * MINUTE,
  day: DAY,
}
const SHORTEST_LIFE = 20 * SECOND

type Limits = { standard: number; longest: number }

/** docs.midtrans.com, custom expiry, Deployment Notice and the pages of each payment type. */
function limitsOf(channel: PaymentType, acquirer: Acquirer | undefined): Limits {
  if (channel === 'bank_transfer') return { standard: DAY, longest: 180 * DAY }
  return { standard: 15 * MINUTE, longest: (acquirer === 'airpay shopee' ? 5 : 7) * DAY }
}

/** When a charge made `now` expires, in milliseconds, or `too_soon`. A life that is too long is trimmed. */
export function expiryOf(
  { custom_expiry: custom }: ChargeRequest,
  channel: PaymentType,
  acquirer: Acquirer | undefined,
  now: number,
): number | 'too_soon' {
  const { standard, longest } = limitsOf(channel, acquirer)
  if (!custom) return now + standard
  const unit = UNITS[(custom.unit ?? 'minute').replace(/s$/, '')] ?? 0
  const start = custom.order_time ? (parseOrderTime(custom.order_time) ?? now) : now
  const life = start + custom.expiry_duration * unit - now
  return life < SHORTEST_LIFE ? 'too_soon' : now + Math.min(life, longest)
}
