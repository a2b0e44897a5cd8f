import { randomUUID } from 'node:crypto'
import type { Sandbox } from '../sandbox'
import { schedule } from '../schedule'
import type { Merchant, Refund } from '../store/records'
import { findOwn } from '../store/transactions'
import { refundBody, refundedTotal } from '../transactions/bodies'
import { CONFIRMATION_MS } from '../transactions/confirm-refund'
import { move } from '../transactions/move'
import {
  type Answer,
  illegalChange,
  invalidPayload,
  refundKeyTaken,
  refundTooLarge,
  unknownTransaction,
} from './answers'
import { refundRequestSchema } from './refund-request'

/** POST /v2/{id}/refund and /refund/online/direct. Call inside `store.write`. */
export function refund(
  sandbox: Sandbox,
  merchant: Merchant,
  id: string,
  input: unknown,
  byBank: boolean,
): Answer {
  const transaction = findOwn(sandbox.store, merchant.merchantId, id)
  if (!transaction) return unknownTransaction()
  const parsed = refundRequestSchema.safeParse(input)
  if (!parsed.success) return invalidPayload(parsed.error.issues.map(({ message }) => message))
  if (transaction.status !== 'settlement' && transaction.status !== 'partial_refund') {
    return illegalChange()
  }
  const { refund_key: key, amount, reason } = parsed.data
  const refunds = transaction.refunds
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
  const moved = move(
    sandbox,
    transaction.transactionId,
    wanted === left ? 'refund' : 'partial_refund',
    { refunds: [...refunds, made] },
  )
  if (!moved) return illegalChange()
  schedule(
    sandbox,
    moved.orderId,
    made.createdAt + CONFIRMATION_MS,
    'confirm-refund',
    `${moved.transactionId} ${made.uuid}`,
  )
  const message = `Success, refund request is approved${byBank ? ' by the bank' : ''}`
  return { http: 200, body: refundBody(moved, made, message) }
}
