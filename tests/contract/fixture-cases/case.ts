import { type Client, type Json, newOrderId } from '../support/client'

/** How the local sandbox is brought to give a body like the recorded one. */
export type Case =
  | {
      like(client: Client): Promise<Json>
      /** What differs, as `what at` (see findDifferences), and why it may. Anything else may not. */
      differs?: Record<string, string>
    }
  /** Why it cannot give such a body. */
  | { cannot: string }

export type Cases = Record<string, Case>

type Reasons = Record<string, string>
const because =
  (what: string, reason: string) =>
  (fields: string[]): Reasons =>
    Object.fromEntries(fields.map((field) => [`${what} ${field}`, reason]))

export const CARD = 'belongs to a card payment'
export const later = (...fields: string[]) => because('extra', 'Midtrans added it later')(fields)
export const ofCards = (...fields: string[]) => because('missing', CARD)(fields)
export const ORDERED: Reasons = { order: 'keys stood in another order then' }
export const OTHER_TYPE: Reasons = { 'word payment_type': 'recorded with another payment type' }

export const TRANSFER = (bank: string): Json => ({
  payment_type: 'bank_transfer',
  bank_transfer: { bank },
})
export const QRIS: Json = { payment_type: 'qris' }

/** A charged order, paid when `pay` says how. */
export async function order(client: Client, more: Json = {}, pay?: Json): Promise<string> {
  const orderId = newOrderId()
  await client.charge(orderId, more)
  if (pay) await client.post(`/_sandbox/transactions/${orderId}/pay`, pay)
  return orderId
}

export async function change(client: Client, orderId: string, action: string, body?: Json) {
  return (await client.post(`/v2/${orderId}/${action}`, body)).body
}

/** The latest notification of an order. */
export async function notified(client: Client, orderId: string): Promise<Json> {
  const [latest] = await client.notifications(orderId)
  const request = latest?.request as { body: Json } | undefined
  if (!request) throw new Error(`no notification of ${orderId}`)
  return request.body
}

/** Charges an order that a fault will meet. */
export async function orderWithFault(client: Client, fault: Json, more: Json = {}) {
  const orderId = newOrderId()
  await client.put('/_sandbox/faults', [{ match: { order_id: orderId }, ...fault }])
  return { orderId, body: (await client.charge(orderId, more)).body }
}
