import { VERSION_HEADER } from '@/components/orders/version-header'
import { viewOrder } from '@/lib/orders/order-view'
import { orderStatusJson, orderVersion } from '@/lib/orders/status-json'

/** The order's status for pages that poll. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ orderId: string }> },
): Promise<Response> {
  const order = await viewOrder((await params).orderId)
  const headers = { 'Cache-Control': 'no-store' }
  if (!order) return Response.json({ error: 'not found' }, { status: 404, headers })
  return Response.json(orderStatusJson(order), {
    headers: { ...headers, [VERSION_HEADER]: orderVersion(order) },
  })
}
