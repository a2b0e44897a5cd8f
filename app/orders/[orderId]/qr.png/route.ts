import { getTranslations } from 'next-intl/server'
import { inThisRequest } from '@/app/this-request'
import { fetchQrImage } from '@/lib/midtrans/qr-image'
import { viewOrder } from '@/lib/orders/order-view'
import { countOnce } from '@/lib/security/limits'

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
  // Each one is a call to Midtrans, which the page itself does without.
  const seconds = await inThisRequest(() => countOnce('LIMIT_IMAGES_PER_ORDER', orderId))
  if (seconds > 0) {
    return new Response(`${t('tooOften', { seconds: String(seconds) })}\n`, {
      status: 429,
      headers: { ...headers, 'Retry-After': String(seconds) },
    })
  }
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
