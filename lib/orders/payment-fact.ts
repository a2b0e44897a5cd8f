import { parseGrossAmount } from '@/lib/midtrans/amount'
import { refundKeysOf } from '@/lib/midtrans/refund-request'
import type { MidtransError } from '@/lib/midtrans/result'
import { codeMatchesStatus, isTransactionStatus } from '@/lib/midtrans/status-codes'
import { parseMidtransTime } from '@/lib/midtrans/time'
import type { Transaction } from '@/lib/midtrans/transaction'
import type { PaymentStatus } from '@/prisma/generated/client'
import { paidStatuses, paymentStatuses } from './payment-states'

export type FactSource =
  | 'charge'
  | 'notification'
  | 'status'
  | 'cancel'
  | 'expire'
  | 'refund'
  /** A stored notification, once more. */
  | 'replay'
  | 'shop'

/** One piece of news about a payment, whoever brought it. */
export type PaymentFact = {
  source: FactSource
  /** The `order_id` that Midtrans knows. */
  midtransOrderId: string
  /** What the payment is said to be. Undefined: a status this code does not know, or must not apply. */
  status?: PaymentStatus
  /** The status in the words of the body, for the record. */
  statusTold: string
  /** Why the fact must be stored and marked, but not applied. */
  problem?: string
  transactionId?: string
  /** Midtrans's text, compared with the stored amount exactly. Absent when the shop itself decides. */
  grossAmount?: string
  paymentType?: string
  issuer?: string
  acquirer?: string
  expiresAt?: Date
  settledAt?: Date
  /** Rupiah, the running total of all refunds. */
  refunded?: number
  /** The refunds that this total has in it, as far as the body names them. */
  refundKeys?: string[]
  refusal?: MidtransError['code']
  /** What the record keeps, as JSON text. */
  body: string
  /** For notifications: the digest under which the same body is stored once. */
  bodySha256?: string
  durationMs?: number
}

/** Personal data that Midtrans echoes; the order has it already, the record does not need it. */
const PERSONAL_FIELDS = new Set(['customer_details', 'signature_key'])

/** A body as the record keeps it. */
export function recordedBody(body: object): string {
  return JSON.stringify(body, (name, value) => (PERSONAL_FIELDS.has(name) ? undefined : value))
}

type Expected = {
  /** The merchant id of this shop, when it is configured. */
  merchantId?: string
  /** The order that was asked about, when the transaction is an answer. */
  midtransOrderId?: string
}

/**
 * Reads a transaction as a fact. A body whose status and code do not belong together, whose currency
 * is not rupiah, whose fraud status forbids it, or that names another merchant or order than expected
 * becomes a fact with a problem: it is kept, never applied.
 */
export function readFact(
  source: Exclude<FactSource, 'shop'>,
  transaction: Transaction,
  expected: Expected,
): PaymentFact {
  const told = transaction.transaction_status
  return {
    source,
    midtransOrderId: expected.midtransOrderId ?? transaction.order_id,
    status: paymentStatuses.find((status) => status === told && status !== 'created'),
    statusTold: told,
    problem: findProblem(source, transaction, expected),
    transactionId: transaction.transaction_id,
    grossAmount: transaction.gross_amount,
    paymentType: transaction.payment_type,
    issuer: transaction.issuer,
    acquirer: transaction.acquirer,
    expiresAt: parseMidtransTime(transaction.expiry_time ?? transaction.expire_time),
    settledAt: parseMidtransTime(transaction.settlement_time),
    // The answer to a refund tells the amount of that refund alone: see send-refund.ts.
    ...(source !== 'refund' && {
      refunded: parseGrossAmount(transaction.refund_amount),
      refundKeys: refundKeysOf(transaction),
    }),
    body: recordedBody(transaction),
  }
}

function findProblem(
  source: Exclude<FactSource, 'shop'>,
  transaction: Transaction,
  { merchantId, midtransOrderId = transaction.order_id }: Expected,
): string | undefined {
  const { transaction_status: told, order_id, currency, fraud_status, merchant_id } = transaction
  if (order_id !== midtransOrderId) return 'order_differs'
  if (!isTransactionStatus(told)) return 'unknown_status'
  const isNotification = source === 'notification' || source === 'replay'
  const origin = isNotification ? 'notification' : 'answer'
  if (!codeMatchesStatus(origin, told, transaction.status_code)) return 'status_code_differs'
  if (currency !== undefined && currency !== 'IDR') return 'currency_differs'
  if (merchantId && merchant_id !== undefined && merchant_id !== merchantId)
    return 'merchant_differs'
  // Money counts only when the fraud check let it pass (docs.midtrans.com, Handle Notifications).
  if (isPaid(told) && fraud_status !== undefined && fraud_status !== 'accept') return 'fraud_status'
  // The order stays paid; only a person can answer a chargeback.
  if (told === 'chargeback' || told === 'partial_chargeback') return 'chargeback'
  return undefined
}

function isPaid(told: string): boolean {
  return paidStatuses.some((status) => status === told)
}
