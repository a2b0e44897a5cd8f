import { createHash } from 'node:crypto'
import { formatAmount } from '../midtrans-time'
import type { Transaction } from '../store/records'

/** SHA-512 of order_id, status_code, gross_amount and server key, each exactly as the body writes it. */
export function signatureOf(
  { orderId, grossAmount }: Pick<Transaction, 'orderId' | 'grossAmount'>,
  statusCode: string,
  serverKey: string,
): string {
  return createHash('sha512')
    .update(`${orderId}${statusCode}${formatAmount(grossAmount)}${serverKey}`)
    .digest('hex')
}
