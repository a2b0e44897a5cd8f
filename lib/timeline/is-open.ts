import 'server-only'
import { env } from '@/lib/env'

/**
 * Whether the timeline and its buttons are there for whoever has an order's address. With real money
 * nobody may refund without being known; then the same things are commands.
 */
export function isTimelineOpen(): boolean {
  return env().MIDTRANS_ENV !== 'production'
}
