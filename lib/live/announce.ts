import 'server-only'
import { pool } from '@/lib/db'
import { describeError, log } from '@/lib/log'

/** The channel on which processes tell each other that an order looks different now. */
export const ORDER_CHANNEL = 'order_changed'

/** Between two announcements: in a rush the changes of this time go out together. Too short to be seen. */
const PAUSE_MS = 40

const ANNOUNCE = 'SELECT pg_notify($1, id) FROM unnest($2::text[]) AS id'

const waiting = new Set<string>()
let lastSent = 0

/**
 * Tells every process that this order changed. Called after the commit: a NOTIFY inside a busy
 * transaction makes all commits queue for one lock. It may be lost when the process dies; streams read
 * the order itself on connecting and at every heartbeat, so nothing depends on it.
 */
export function announceOrder(orderId: string): void {
  if (waiting.size === 0) setTimeout(send, lastSent + PAUSE_MS - performance.now())
  waiting.add(orderId)
}

async function send(): Promise<void> {
  const orderIds = [...waiting]
  waiting.clear()
  lastSent = performance.now()
  try {
    await pool().query({
      name: 'announce_orders',
      text: ANNOUNCE,
      values: [ORDER_CHANNEL, orderIds],
    })
  } catch (error) {
    log('warn', 'live.announce_failed', { error: describeError(error) })
  }
}
