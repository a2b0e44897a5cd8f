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

/** What an `order_id` of Midtrans's names, for a log line: one that is not ours names only itself. */
export function readMidtransOrderId(
  text: string,
): { orderId: string; attempt: number } | { midtransOrderId: string } {
  const [, orderId = '', attempt] = /^(.+)-(\d{1,6})$/.exec(text) ?? []
  return isOrderId(orderId) ? { orderId, attempt: Number(attempt) } : { midtransOrderId: text }
}
