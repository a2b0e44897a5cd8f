import { getTranslations } from 'next-intl/server'
import { fetchQrImage } from '@/lib/midtrans/qr-image'
import { viewOrder } from '@/lib/orders/order-view'

/** The QR code through our own host: for saving, and where the gateway's image cannot be shown. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ orderId: string }> },
): Promise<Response> {
  const { orderId } = await params
  const order = await viewOrder(orderId)
  const url = order?.status === 'pending' ? order.payment.qrCodeUrl : undefined
  const t = await getTranslations('payment.picture')
  const headers = { 'Cache-Control': 'no-store' }
  if (!url) return new Response(`${t('none')}\n`, { status: 404, headers })
  const image = await fetchQrImage(url)
  if (!image) {
    return new Response(`${t('notSent')}\n`, {
      status: 502,
      headers,
    })
  }
  return new Response(image, {
    headers: {
      ...headers,
      'Content-Type': 'image/png',
      'Content-Disposition': `inline; filename="${orderId}.png"`,
    },
  })
}
