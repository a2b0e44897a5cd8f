import { randomUUID } from 'node:crypto'
import type { Sandbox } from '../sandbox'
import { schedule } from '../schedule'
import { addDelivery } from '../store/deliveries'
import type { Delivery, Merchant, Transaction } from '../store/records'
import { notificationBody } from './body'
import { deliver } from './deliver'

/**
 * The test of Midtrans's dashboard: a notification with a valid signature for an order that does not exist, so
 * that Get Status answers 404. Its order id has the form that integrators report.
 */
export async function sendTest(
  sandbox: Sandbox,
  merchant: Merchant,
  urls: string[],
): Promise<Delivery[]> {
  const { store, clock } = sandbox
  const now = clock.now()
  const transaction = imagine(merchant, now)
  const { orderId, transactionId, status } = transaction
  const deliveries = store.write(() =>
    urls.map((url) => {
      const delivery = addDelivery(store, {
        transactionId,
        orderId,
        transactionStatus: status,
        createdAt: now,
        url,
        contentType: 'application/json',
        body: JSON.stringify(notificationBody(transaction, merchant)),
        state: 'waiting',
        attempts: [],
        nextTry: now,
      })
      schedule(sandbox, orderId, now, 'deliver', String(delivery.id))
      return delivery
    }),
  )
  await Promise.all(deliveries.map(({ id }) => deliver(sandbox, id)))
  return deliveries.map((delivery) => store.deliveries.get(delivery.id) ?? delivery)
}

/** A payment that never was, and is never kept. */
function imagine({ merchantId }: Merchant, now: number): Transaction {
  return {
    sequence: 0,
    transactionId: randomUUID(),
    reference: randomUUID(),
    orderId: `payment_notif_test_${merchantId}_${randomUUID()}`,
    merchantId,
    grossAmount: 10_000,
    chargedAs: 'gopay',
    paymentType: 'gopay',
    status: 'settlement',
    createdAt: now,
    expiresAt: now + 15 * 60 * 1000,
    settledAt: now,
    baseUrl: '',
    customFields: {},
    appendUrls: [],
    overrideUrls: [],
    refunds: [],
  }
}
