import { randomUUID } from 'node:crypto'
import type { AnswerFault } from '../faults/fault'
import type { Sandbox } from '../sandbox'
import { schedule } from '../schedule'
import type { Merchant, Refund, Transaction } from '../store/records'
import { findOwn } from '../store/transactions'
import { refundedTotal } from '../transactions/bodies'
import { CONFIRMATION_MS } from '../transactions/confirm-refund'
import { canMove } from '../transactions/machine'
import { move, readCurrent } from '../transactions/move'
import {
  type Answer,
  illegalChange,
  invalidPayload,
  refundKeyTaken,
  refundTooLarge,
  unknownTransaction,
} from './answers'
import { refundBody } from './bodies'
import { refundRequestSchema } from './refund-request'

/** POST /v2/{id}/refund and, when `isDirect`, /refund/online/direct. Call inside `store.write`. */
export function refund(
  sandbox: Sandbox,
  merchant: Merchant,
  id: string,
  input: unknown,
  isDirect: boolean,
  fault: AnswerFault['fault'] | undefined,
): Answer {
  const found = findOwn(sandbox.store, merchant.merchantId, id)
  const transaction = found && readCurrent(sandbox, found.transactionId)
  if (!transaction) return unknownTransaction()
  const parsed = refundRequestSchema.safeParse(input)
  if (!parsed.success) return invalidPayload(parsed.error.issues.map(({ message }) => message))
  if (!isRefundable(transaction)) return illegalChange(merchant)

  const { refund_key: key, amount, reason } = parsed.data
  const { refunds } = transaction
  if (key && refunds.some((earlier) => earlier.key === key)) return refundKeyTaken()
  const left = transaction.grossAmount - refundedTotal(refunds)
  const wanted = amount ?? left
  if (wanted > left) return refundTooLarge()
  const made: Refund = {
    id: transaction.sequence * 100 + refunds.length + 1,
    uuid: randomUUID(),
    amount: wanted,
    createdAt: sandbox.clock.now(transaction.orderId),
    reason: reason ?? '',
    key: key || randomUUID(),
  }
  if (fault === 'refund_denied') {
    const refused = { ...made, amount: 0 }
    return { http: 200, body: refundBody(transaction, refused, '202', 'Refund denied by the bank') }
  }
  const moved = move(
    sandbox,
    transaction.transactionId,
    wanted === left ? 'refund' : 'partial_refund',
    { refunds: [...refunds, made] },
  )
  if (!moved) return illegalChange(merchant)
  schedule(
    sandbox,
    moved.orderId,
    made.createdAt + CONFIRMATION_MS,
    'confirm-refund',
    `${moved.transactionId} ${made.uuid}`,
  )
  const message = `Success, refund request is approved${isDirect ? ' by the bank' : ''}`
  return { http: 200, body: refundBody(moved, made, '200', message) }
}

/** docs.midtrans.com, refund transaction: a bank transfer is not among the payment types it is for. */
function isRefundable({ status, chargedAs }: Transaction): boolean {
  return chargedAs !== 'bank_transfer' && canMove(status, 'refund')
}
