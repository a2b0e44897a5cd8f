import { formatAmount, formatTime } from '../midtrans-time'
import type { Merchant, Transaction } from '../store/records'
import { paidFields, refundFields, transferNotice } from '../transactions/bodies'
import { notificationCodes } from '../transactions/machine'
import { signatureOf } from './signature'

/** The HTTP notification of a transaction's present state. */
export function notificationBody(
  transaction: Transaction,
  merchant: Merchant,
): Record<string, unknown> {
  const statusCode = notificationCodes[transaction.status]
  const { denial } = transaction
  return inWireOrder({
    transaction_time: formatTime(transaction.createdAt),
    transaction_status: transaction.status,
    transaction_id: transaction.transactionId,
    status_message: 'midtrans payment notification',
    status_code: statusCode,
    signature_key: signatureOf(transaction, statusCode, merchant.serverKey),
    ...(transaction.settledAt && { settlement_time: formatTime(transaction.settledAt) }),
    payment_type: transaction.paymentType,
    order_id: transaction.orderId,
    merchant_id: transaction.merchantId,
    gross_amount: formatAmount(transaction.grossAmount),
    fraud_status: 'accept',
    expiry_time: formatTime(transaction.expiresAt),
    currency: 'IDR',
    ...(denial && {
      channel_response_code: denial.code,
      channel_response_message: denial.message,
    }),
    ...paidFields(transaction),
    ...transferNotice(transaction),
    ...refundFields(transaction),
    ...transaction.customFields,
    ...(transaction.metadata && { metadata: transaction.metadata }),
  })
}

/** Every recorded wallet notification has its keys in reverse alphabetical order. */
function inWireOrder(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).sort(([a], [b]) => (a < b ? 1 : -1)))
}
