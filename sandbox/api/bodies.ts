import { formatAmount, formatTime } from '../midtrans-time'
import { signatureOf } from '../notifications/signature'
import { buildQris } from '../qris/build'
import type { Merchant, Refund, Transaction } from '../store/records'
import { actionsOf } from '../transactions/actions'
import {
  amountFields,
  coreFields,
  paidFields,
  refundFields,
  transferFields,
} from '../transactions/bodies'
import { statusCodes } from '../transactions/machine'

type Body = Record<string, unknown>

// Keys stand in the order of the recorded bodies: charge 2024 (gopay), 2023 (qris, bank transfer), cancel
// 2023, status 2024, refund 2021.

export function chargeBody(transaction: Transaction, merchant: Merchant): Body {
  const { chargedAs, denial } = transaction
  if (denial) return deniedBody(transaction, denial)
  const actions = actionsOf(transaction, merchant)
  return {
    status_code: '201',
    status_message: createdMessage(transaction),
    ...coreFields(transaction),
    ...(actions.length > 0 && { actions }),
    ...(chargedAs === 'qris' && {
      qr_string: buildQris(transaction, merchant),
      acquirer: transaction.acquirer,
    }),
    ...transferFields(transaction),
    expiry_time: formatTime(transaction.expiresAt),
  }
}

function createdMessage({ chargedAs, virtualAccount }: Transaction): string {
  if (virtualAccount?.bank === 'permata') return 'Success, PERMATA VA transaction is successful'
  if (virtualAccount) return 'Success, Bank Transfer transaction is created'
  return `${chargedAs === 'gopay' ? 'GoPay' : 'QRIS'} transaction is created`
}

const deniedNames = { gopay: 'GoPay', qris: 'QRIS', bank_transfer: 'Bank Transfer' }

function deniedBody(
  transaction: Transaction,
  { code, message }: NonNullable<Transaction['denial']>,
): Body {
  return {
    status_code: '202',
    status_message: `${deniedNames[transaction.chargedAs]} transaction is denied`,
    channel_response_code: code,
    channel_response_message: message,
    ...coreFields(transaction),
    ...(transaction.acquirer && { acquirer: transaction.acquirer }),
  }
}

/** The answer of cancel, expire and capture. */
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
    ...transferFields(transaction),
    ...amountFields(transaction),
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

/** A refund that was made, or one that the provider refused: then nothing was refunded. */
export function refundBody(
  transaction: Transaction,
  refund: Refund,
  statusCode: string,
  message: string,
): Body {
  return {
    status_code: statusCode,
    status_message: message,
    ...coreFields(transaction),
    refund_chargeback_id: refund.id,
    refund_chargeback_uuid: refund.uuid,
    refund_amount: formatAmount(refund.amount),
    ...(transaction.settledAt && { settlement_time: formatTime(transaction.settledAt) }),
    refund_key: refund.key,
  }
}
