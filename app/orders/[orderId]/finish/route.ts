import { notFound, redirect } from 'next/navigation'
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
  if (!(await visitAfterWallet(orderId))) notFound()
  const result = new URL(request.url).searchParams.get('result')
  const words = result === 'success' || result === 'failure' ? `?result=${result}` : ''
  redirect(`/orders/${orderId}${words}`)
}
