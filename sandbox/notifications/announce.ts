import { findMerchantById } from '../api/merchants'
import { describeSubject } from '../faults/fault-book'
import type { Sandbox } from '../sandbox'
import { schedule } from '../schedule'
import { addDelivery } from '../store/deliveries'
import type { Delivery, Merchant, Transaction } from '../store/records'
import { notificationBody } from './body'
import { deliver } from './deliver'
import { distort } from './distort'

/**
 * Keeps a notification of the transaction's present state for each of its URLs and sends it once the write is
 * done. Call inside `store.write`: a sandbox that is killed after it sends when it is back.
 */
export function announce(sandbox: Sandbox, transaction: Transaction): void {
  const merchant = findMerchantById(sandbox, transaction.merchantId)
  const plain = {
    contentType: 'application/json',
    body: JSON.stringify(notificationBody(transaction, merchant)),
  }
  const fault = sandbox.faults.takeForNotification(
    transaction.status,
    describeSubject(transaction.orderId, transaction.customer),
  )
  const { contentType, body, copies, delayMs, state } = fault
    ? distort(fault, plain, transaction, merchant)
    : { ...plain, copies: 1, delayMs: 0, state: 'waiting' as const }

  const now = sandbox.clock.now(transaction.orderId)
  for (const url of urlsOf(transaction, merchant)) {
    for (let copy = 0; copy < copies; copy += 1) {
      const delivery = addDelivery(sandbox.store, {
        transactionId: transaction.transactionId,
        orderId: transaction.orderId,
        transactionStatus: transaction.status,
        createdAt: now,
        url,
        contentType,
        body,
        state: url === null ? 'no_url' : state,
        attempts: [],
        nextTry: url === null || state === 'dropped' ? null : now + delayMs,
      })
      dispatch(sandbox, delivery)
    }
  }
}

/** docs.midtrans.com, HTTP notification: the override header wins; the append header adds to the settings. */
function urlsOf({ overrideUrls, appendUrls }: Transaction, merchant: Merchant): (string | null)[] {
  if (overrideUrls.length > 0) return overrideUrls
  const urls = [...merchant.notificationUrls, ...appendUrls]
  return urls.length > 0 ? urls : [null]
}

function dispatch(sandbox: Sandbox, { id, orderId, nextTry }: Delivery): void {
  if (nextTry === null) return
  schedule(sandbox, orderId, nextTry, 'deliver', String(id))
  // After the answer to whoever caused it, and before the next request.
  if (nextTry <= sandbox.clock.now(orderId)) process.nextTick(() => void deliver(sandbox, id))
}
