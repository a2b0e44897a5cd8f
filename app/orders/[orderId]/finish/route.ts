import { notFound, redirect } from 'next/navigation'
import { inThisRequest } from '@/app/this-request'
import { describeError, log } from '@/lib/log'
import { visitAfterWallet } from '@/lib/orders/visit-order'

/**
 * Where the wallet sends the shopper back to, with `order_id` and `result` appended
 * (docs.midtrans.com, GoPay: callback). Anyone can type this address, so `result` only chooses words;
 * what the order is, Midtrans is asked.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ orderId: string }> },
): Promise<Response> {
  const { orderId } = await params
  // An address without a page of its own: when the database is away, the order's page says so and leads on.
  const isUnknown = await inThisRequest(() =>
    visitAfterWallet(orderId).then(
      (order) => !order,
      (error: unknown) => {
        log('error', 'order.visit_failed', { orderId, error: describeError(error) })
        return false
      },
    ),
  )
  if (isUnknown) notFound()
  const result = new URL(request.url).searchParams.get('result')
  const words = result === 'success' || result === 'failure' ? `?result=${result}` : ''
  redirect(`/orders/${orderId}${words}`)
}
