import { randomBytes } from 'node:crypto'

/** Crockford's base32: no I, L, O or U, so that an id can be read out and typed. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const ORDER_ID = /^TKO-[0-9A-HJKMNP-TV-Z]{26}$/

/**
 * A new order id: `TKO-` and 26 characters from a cryptographic source, 130 bits. Knowing it is
 * enough to see the order, so it must not be guessable.
 */
export function createOrderId(): string {
  // 256 is a multiple of 32: the remainder of a random byte is uniform.
  return `TKO-${Array.from(randomBytes(26), (byte) => ALPHABET[byte % 32]).join('')}`
}

/** Whether a text has the form of an order id. */
export function isOrderId(text: string): boolean {
  return ORDER_ID.test(text)
}

/**
 * The `order_id` of one attempt at Midtrans, where an id may be used only once. 32 characters or
 * more, from Midtrans's alphabet and below its limit of 50
 * (docs.midtrans.com, Transaction Details Object).
 */
export function midtransOrderId(orderId: string, attempt: number): string {
  return `${orderId}-${attempt}`
}

/** Which attempt an `order_id` of Midtrans's is of. Undefined for one that is not ours. */
export function attemptOf(midtransOrderId: string): number | undefined {
  const attempt = /^TKO-\w+-(\d{1,6})$/.exec(midtransOrderId)?.[1]
  return attempt === undefined ? undefined : Number(attempt)
}
