import { formatAmount, formatTime } from '../midtrans-time'
import { signatureOf } from '../notifications/signature'
import { buildQris } from '../qris/build'
import type { Merchant, Refund, Transaction } from '../store/records'
import { statusCodes } from './machine'

type Body = Record<string, unknown>

// Keys stand in the order of the recorded bodies: charge 2024 (gopay) and 2023 (qris), cancel 2023,
// status 2024, refund 2021. Fields without a value are left out: Midtrans never sends null.

export function chargeBody(transaction: Transaction, merchant: Merchant): Body {
  const name = transaction.chargedAs === 'gopay' ? 'GoPay' : 'QRIS'
  const denied = transaction.denial
  return {
    status_code: denied ? '202' : '201',
    status_message: `${name} transaction is ${denied ? 'denied' : 'created'}`,
    ...(denied && { channel_response_code: denied.code, channel_response_message: denied.message }),
    ...coreFields(transaction),
    ...(!denied && { actions: actionsOf(transaction) }),
    ...(transaction.chargedAs === 'qris' && {
      ...(!denied && { qr_string: buildQris(transaction, merchant) }),
      acquirer: transaction.acquirer,
    }),
    ...(!denied && { expiry_time: formatTime(transaction.expiresAt) }),
  }
}

export function actionsOf({
  chargedAs,
  transactionId,
  reference,
  baseUrl,
  callbackUrl,
}: Transaction) {
  const v2 = `${baseUrl}/v2`
  const qr = {
    name: 'generate-qr-code',
    method: 'GET',
    url: `${v2}/${chargedAs}/${transactionId}/qr-code`,
  }
  if (chargedAs === 'qris') return [qr]
  const callback = callbackUrl ? `&callback_url=${encodeURIComponent(callbackUrl)}` : ''
  return [
    qr,
    {
      name: 'deeplink-redirect',
      method: 'GET',
      url: `${baseUrl}/gopay/partner/app/payment-pin?id=${reference}${callback}`,
    },
    { name: 'get-status', method: 'GET', url: `${v2}/${transactionId}/status` },
    { name: 'cancel', method: 'POST', url: `${v2}/${transactionId}/cancel` },
  ]
}

/** The answer of cancel and expire. */
export function changeBody(transaction: Transaction, statusCode: string, message: string): Body {
  return {
    status_code: statusCode,
    status_message: message,
    ...coreFields(transaction),
    ...(transaction.acquirer && { acquirer: transaction.acquirer }),
  }
}

/** Get Status: no actions and no qr_string, which only the charge answer has. */
export function statusBody(transaction: Transaction, merchant: Merchant): Body {
  const statusCode = statusCodes[transaction.status]
  const { denial } = transaction
  return {
    status_code: statusCode,
    transaction_id: transaction.transactionId,
    gross_amount: formatAmount(transaction.grossAmount),
    currency: 'IDR',
    order_id: transaction.orderId,
    payment_type: transaction.paymentType,
    signature_key: signatureOf(transaction, statusCode, merchant.serverKey),
    transaction_status: transaction.status,
    fraud_status: 'accept',
    status_message: 'Success, transaction is found',
    merchant_id: transaction.merchantId,
    ...paidFields(transaction),
    ...(denial && {
      channel_response_code: denial.code,
      channel_response_message: denial.message,
    }),
    transaction_time: formatTime(transaction.createdAt),
    ...(transaction.settledAt && { settlement_time: formatTime(transaction.settledAt) }),
    expiry_time: formatTime(transaction.expiresAt),
    ...refundFields(transaction),
    ...transaction.customFields,
    ...(transaction.metadata && { metadata: transaction.metadata }),
  }
}

export function refundBody(transaction: Transaction, refund: Refund, message: string): Body {
  return {
    status_code: '200',
    status_message: message,
    ...coreFields(transaction),
    refund_chargeback_id: refund.id,
    refund_chargeback_uuid: refund.uuid,
    refund_amount: formatAmount(refund.amount),
    ...(transaction.settledAt && { settlement_time: formatTime(transaction.settledAt) }),
    refund_key: refund.key,
  }
}

function coreFields(transaction: Transaction): Body {
  return {
    transaction_id: transaction.transactionId,
    order_id: transaction.orderId,
    merchant_id: transaction.merchantId,
    gross_amount: formatAmount(transaction.grossAmount),
    currency: 'IDR',
    payment_type: transaction.paymentType,
    transaction_time: formatTime(transaction.createdAt),
    transaction_status: transaction.status,
    fraud_status: 'accept',
  }
}

/** How a QRIS payment was made: issuer and transaction_type are there only once it was paid. */
export function paidFields({
  transactionType,
  issuer,
  acquirer,
  crossReference,
}: Transaction): Body {
  return {
    ...(transactionType && { transaction_type: transactionType }),
    ...(issuer && { issuer }),
    ...(acquirer && { acquirer }),
    ...(crossReference && { merchant_cross_reference_id: crossReference }),
  }
}

/** gross_amount stays the original amount; refund_amount is the running total. */
export function refundFields({ refunds }: Transaction): Body {
  if (refunds.length === 0) return {}
  return {
    refunds: refunds.map((refund) => ({
      refund_chargeback_id: refund.id,
      refund_chargeback_uuid: refund.uuid,
      refund_amount: formatAmount(refund.amount),
      created_at: formatTime(refund.createdAt),
      reason: refund.reason,
      refund_key: refund.key,
      refund_method: 'online',
      ...(refund.confirmedAt && { bank_confirmed_at: formatTime(refund.confirmedAt) }),
    })),
    refund_amount: formatAmount(refundedTotal(refunds)),
  }
}

export function refundedTotal(refunds: Refund[]): number {
  return refunds.reduce((total, { amount }) => total + amount, 0)
}
