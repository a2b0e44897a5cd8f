import type { Sandbox } from '../sandbox'
import type { Merchant } from '../store/records'
import { findOwn } from '../store/transactions'
import { move } from '../transactions/move'
import { type Answer, illegalChange, unknownTransaction } from './answers'
import { changeBody, statusBody } from './bodies'

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
  if (!moved) return illegalChange(merchant)
  return { http: 200, body: changeBody(moved, '200', 'Success, transaction is canceled') }
}

/** POST /v2/{id}/expire: the body says 407, which is a state and no failure. Call inside `store.write`. */
export function expire(sandbox: Sandbox, merchant: Merchant, id: string): Answer {
  const transaction = findOwn(sandbox.store, merchant.merchantId, id)
  if (!transaction) return unknownTransaction()
  const moved = move(sandbox, transaction.transactionId, 'expire')
  if (!moved) return illegalChange(merchant)
  // The legacy sentence was recorded from 2014 to 2019.
  const verb = merchant.wording === 'legacy' ? 'has' : 'is'
  return { http: 200, body: changeBody(moved, '407', `Success, transaction ${verb} expired`) }
}

/** Approve and deny are for cards under challenge: any other transaction only ever refuses them. */
export function refuseCardChange({ store }: Sandbox, merchant: Merchant, id: string): Answer {
  return findOwn(store, merchant.merchantId, id) ? illegalChange(merchant) : unknownTransaction()
}
