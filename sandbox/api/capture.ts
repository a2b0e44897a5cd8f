import { z } from 'zod'
import type { Sandbox } from '../sandbox'
import type { Merchant } from '../store/records'
import { findOwn } from '../store/transactions'
import { move } from '../transactions/move'
import {
  type Answer,
  illegalChange,
  invalidPayload,
  malformedBody,
  unknownTransaction,
} from './answers'
import { changeBody } from './bodies'
import { digits, whole } from './fields'

/** docs.midtrans.com, capture transaction: without an amount the whole is captured. */
const captureRequestSchema = z.object({
  gross_amount: z.preprocess(digits, whole('gross_amount').nullish()),
})

/** POST /v2/capture of a pre-authorised gopay payment. Call inside `store.write`. */
export function capture(
  sandbox: Sandbox,
  merchant: Merchant,
  body: Record<string, unknown> | null,
): Answer {
  const id = body?.transaction_id
  if (typeof id !== 'string') return malformedBody()
  const transaction = findOwn(sandbox.store, merchant.merchantId, id)
  if (!transaction) return unknownTransaction()
  const request = captureRequestSchema.safeParse(body)
  if (!request.success) return invalidPayload(request.error.issues.map(({ message }) => message))

  // GoPay takes no partial capture (docs.midtrans.com, GoPay Tokenization); 412 is the only refusal of a
  // capture that is documented.
  const amount = request.data.gross_amount ?? transaction.grossAmount
  if (amount !== transaction.grossAmount) return illegalChange(merchant)
  const capturedAt = sandbox.clock.now(transaction.orderId)
  const moved = move(sandbox, transaction.transactionId, 'capture', { capturedAt })
  if (!moved) return illegalChange(merchant)
  // Only the sentence for cards is documented; this is its form with GoPay's name.
  const message = 'Success, GoPay capture transaction is successful'
  return { http: 200, body: changeBody(moved, '200', message) }
}
