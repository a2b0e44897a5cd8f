import { formatAmount, formatTime } from '../midtrans-time'
import type { Refund, Transaction } from '../store/records'

// What answers and notifications have in common. Keys stand in the order of the recorded bodies; fields
// without a value are left out: Midtrans never sends null.

type Body = Record<string, unknown>

export function coreFields(transaction: Transaction): Body {
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
  shopee,
}: Transaction): Body {
  return {
    ...(transactionType && { transaction_type: transactionType }),
    ...(issuer && { issuer }),
    ...(acquirer && { acquirer }),
    ...(shopee && {
      shopeepay_reference_number: shopee.referenceNumber,
      reference_id: shopee.referenceId,
    }),
    ...(crossReference && { merchant_cross_reference_id: crossReference }),
  }
}

/** The virtual account number of a bank transfer, in the charge's answer and in Get Status. */
export function transferFields({ virtualAccount }: Transaction): Body {
  if (!virtualAccount) return {}
  const { bank, number } = virtualAccount
  if (bank === 'permata') return { permata_va_number: number }
  return { va_numbers: [{ bank, va_number: number }] }
}

/** The same in a notification, where a number stands before its bank, as documented in 2021. */
export function transferNotice(transaction: Transaction): Body {
  const { virtualAccount } = transaction
  if (!virtualAccount || virtualAccount.bank === 'permata') return transferFields(transaction)
  const { bank, number } = virtualAccount
  return { va_numbers: [{ va_number: number, bank }], ...amountFields(transaction) }
}

/** What was transferred. Only BNI tells; BCA and BRI leave the list empty, and Permata has none. */
export function amountFields({ virtualAccount, settledAt, grossAmount }: Transaction): Body {
  if (!virtualAccount || virtualAccount.bank === 'permata') return {}
  const isTold = virtualAccount.bank === 'bni' && settledAt !== undefined
  return {
    payment_amounts: isTold
      ? [{ paid_at: formatTime(settledAt), amount: formatAmount(grossAmount) }]
      : [],
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
