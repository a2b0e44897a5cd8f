import { openStream } from '@/app/orders/open-stream'
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
  return openStream(request, orderId)
}
