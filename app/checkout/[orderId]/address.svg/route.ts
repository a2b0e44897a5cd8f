import QRCode from 'qrcode'
import { env } from '@/lib/env'
import { viewOrder } from '@/lib/orders/order-view'

/** The address of an order's payment page as a QR code, for going on with it on another device. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ orderId: string }> },
): Promise<Response> {
  const { orderId } = await params
  const headers = { 'Cache-Control': 'no-store' }
  if (!(await viewOrder(orderId))) return new Response('not found\n', { status: 404, headers })
  const address = `${env().APP_URL}/checkout/${orderId}`
  // The page puts white around it.
  const drawing = await QRCode.toString(address, { type: 'svg', margin: 1 })
  return new Response(drawing, { headers: { ...headers, 'Content-Type': 'image/svg+xml' } })
}
