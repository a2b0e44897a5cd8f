import { findMerchantById } from '../api/merchants'
import { formatAmount, formatTime } from '../midtrans-time'
import { requestHeaders } from '../notifications/post'
import { buildQris } from '../qris/build'
import type { Sandbox } from '../sandbox'
import type { Delivery, Merchant, Transaction } from '../store/records'
import { actionsOf } from '../transactions/actions'
import { amountFields, paidFields, refundFields, transferFields } from '../transactions/bodies'

/** A transaction in Midtrans's own words, with what only the sandbox knows: its QR text and its actions. */
export function viewTransaction(sandbox: Sandbox, transaction: Transaction) {
  const merchant = findMerchantById(sandbox, transaction.merchantId)
  const { settledAt } = transaction
  return {
    transaction_id: transaction.transactionId,
    order_id: transaction.orderId,
    merchant_id: transaction.merchantId,
    merchant_name: merchant.name,
    gross_amount: formatAmount(transaction.grossAmount),
    currency: 'IDR',
    payment_type: transaction.paymentType,
    transaction_time: formatTime(transaction.createdAt),
    transaction_status: transaction.status,
    fraud_status: 'accept',
    ...(settledAt && { settlement_time: formatTime(settledAt) }),
    expiry_time: formatTime(transaction.expiresAt),
    ...paidFields(transaction),
    ...refundFields(transaction),
    ...transferFields(transaction),
    ...amountFields(transaction),
    ...(transaction.chargedAs !== 'bank_transfer' && {
      actions: actionsOf(transaction, merchant),
      qr_string: buildQris(transaction, merchant),
    }),
    ...(transaction.callbackUrl && { callback_url: transaction.callbackUrl }),
    ...(transaction.customer && { customer_details: transaction.customer }),
    ...(transaction.items && { item_details: transaction.items }),
    ...transaction.customFields,
    ...(transaction.metadata && { metadata: transaction.metadata }),
  }
}

/** A delivery with its last answer at the top and every attempt below. */
export function viewDelivery(delivery: Delivery) {
  const last = delivery.attempts.at(-1)
  return {
    id: delivery.id,
    transaction_id: delivery.transactionId,
    order_id: delivery.orderId,
    transaction_status: delivery.transactionStatus,
    state: delivery.state,
    url: delivery.url,
    request: {
      method: 'POST',
      headers: requestHeaders(delivery.contentType),
      body: readJson(delivery.body),
    },
    response: last
      ? { status: last.status ?? null, body: last.body ?? null, error: last.error ?? null }
      : null,
    duration_ms: last?.durationMs ?? null,
    attempt: delivery.attempts.length,
    created_at: formatTime(delivery.createdAt),
    next_try: delivery.nextTry === null ? null : formatTime(delivery.nextTry),
    attempts: delivery.attempts.map(
      ({ at, status, body, error, durationMs, redirects, resentTo }) => ({
        at: formatTime(at),
        status: status ?? null,
        body: body ?? null,
        error: error ?? null,
        duration_ms: durationMs,
        ...(redirects && { redirects }),
        ...(resentTo && { resent_to: resentTo }),
      }),
    ),
  }
}

/** A merchant's settings, without its key. */
export function viewMerchant(merchant: Merchant) {
  return {
    merchant_id: merchant.merchantId,
    name: merchant.name,
    city: merchant.city,
    notification_urls: merchant.notificationUrls,
    finish_url: merchant.finishUrl ?? null,
    inactive_channels: merchant.inactiveChannels,
    wording: merchant.wording,
    order_ids: merchant.orderIds,
    qr_code_v2: merchant.qrCodeV2,
    rate_limit: merchant.rateLimit,
  }
}

/** The body as JSON; as the text that it is when a fault has broken it. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
