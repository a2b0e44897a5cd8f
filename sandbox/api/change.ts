import type { Sandbox } from '../sandbox'
import type { Merchant } from '../store/records'
import { findOwn } from '../store/transactions'
import { changeBody, statusBody } from '../transactions/bodies'
import { move } from '../transactions/move'
import { type Answer, illegalChange, unknownTransaction } from './answers'

/** GET /v2/{id}/status. Shows the stored state: Midtrans, too, is late to notice a deadline. */
export function getStatus({ store }: Sandbox, merchant: Merchant, id: string): Answer {
  const transaction = findOwn(store, merchant.merchantId, id)
  if (!transaction) return unknownTransaction()
  return { http: 200, body: statusBody(transaction, merchant) }
}

/** POST /v2/{id}/cancel. Call inside `store.write`. */
export function cancel(sandbox: Sandbox, merchant: Merchant, id: string): Answer {
  const transaction = findOwn(sandbox.store, merchant.merchantId, id)
  if (!transaction) return unknownTransaction()
  const moved = move(sandbox, transaction.transactionId, 'cancel')
  if (!moved) return illegalChange()
  return { http: 200, body: changeBody(moved, '200', 'Success, transaction is canceled') }
}

/** POST /v2/{id}/expire: the body says 407, which is a state and no failure. Call inside `store.write`. */
export function expire(sandbox: Sandbox, merchant: Merchant, id: string): Answer {
  const transaction = findOwn(sandbox.store, merchant.merchantId, id)
  if (!transaction) return unknownTransaction()
  const moved = move(sandbox, transaction.transactionId, 'expire')
  if (!moved) return illegalChange()
  return { http: 200, body: changeBody(moved, '407', 'Success, transaction is expired') }
}

/** Approve, deny and capture are for cards: with a wallet's transaction they only ever refuse. */
export function refuseCardChange({ store }: Sandbox, merchant: Merchant, id: string): Answer {
  return findOwn(store, merchant.merchantId, id) ? illegalChange() : unknownTransaction()
}
