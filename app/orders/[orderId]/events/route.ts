import { orderEvents } from '@/lib/live/order-events'
import { viewOrder } from '@/lib/orders/order-view'

/** Server-Sent Events: the order's status at once, then after each change. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ orderId: string }> },
): Promise<Response> {
  const { orderId } = await params
  if (!(await viewOrder(orderId))) {
    return new Response('not found\n', { status: 404, headers: { 'Cache-Control': 'no-store' } })
  }
  return new Response(orderEvents(orderId, request.signal), {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      // Proxies such as nginx would hold the events back.
      'X-Accel-Buffering': 'no',
    },
  })
}
