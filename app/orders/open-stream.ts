import 'server-only'
import { env } from '@/lib/env'
import { orderEvents } from '@/lib/live/order-events'
import { takeStreamPlace } from '@/lib/live/stream-places'
import { clientAddress } from '@/lib/security/client-address'

/** How long whoever holds too many streams should wait: one may have ended by then. */
const RETRY_S = '10'

/** An order's stream as an answer, or 429 for whoever holds as many as they may. */
export function openStream(
  request: Request,
  orderId: string,
  look?: Omit<NonNullable<Parameters<typeof orderEvents>[2]>, 'onClose'>,
): Response {
  const streamHeaders = {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    // Proxies such as nginx would hold the events back.
    'X-Accel-Buffering': 'no',
  }
  // Next asks for HEAD as for GET, and reads nothing of it: a stream would never be closed.
  if (request.method === 'HEAD') return new Response(null, { headers: streamHeaders })
  const address = clientAddress(request.headers, env().TRUSTED_PROXIES)
  const leave = takeStreamPlace(orderId, address)
  if (!leave) {
    const headers = { 'Cache-Control': 'no-store', 'Retry-After': RETRY_S }
    return new Response('too many open streams\n', { status: 429, headers })
  }
  return new Response(orderEvents(orderId, request.signal, { ...look, onClose: leave }), {
    headers: streamHeaders,
  })
}
