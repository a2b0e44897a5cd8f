/**
 * Where the wallet sends the shopper: the callback of the charge with `order_id` and `result` added to
 * whatever query it already has (docs.midtrans.com, GoPay). Works for app links as well.
 */
export function callbackAddress(
  callbackUrl: string,
  orderId: string,
  result: 'success' | 'failure',
): string {
  const url = new URL(callbackUrl)
  url.searchParams.set('order_id', orderId)
  url.searchParams.set('result', result)
  return url.href
}
