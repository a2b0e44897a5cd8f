import { createHash, timingSafeEqual } from 'node:crypto'

/** What a signature covers. The transaction's status is not part of it: see status-codes.ts. */
export type SignedFields = {
  order_id: string
  status_code: string
  gross_amount: string
}

/**
 * SHA-512 over `order_id + status_code + gross_amount + server key`, in lower-case hex. Each part is
 * the exact string of the body: `"44000.00"`, never 44000
 * (docs.midtrans.com, HTTP(S) Notification: Verifying Notification Authenticity).
 */
export function signatureOf(fields: SignedFields, serverKey: string): string {
  return createHash('sha512')
    .update(fields.order_id + fields.status_code + fields.gross_amount + serverKey)
    .digest('hex')
}

/** True when `signature` is Midtrans's for these fields. Takes the same time for every wrong one. */
export function verifySignature(
  fields: SignedFields,
  signature: string,
  serverKey: string,
): boolean {
  // Midtrans signs in lower case; anything but 128 of its digits would not compare as 64 bytes.
  if (!/^[0-9a-f]{128}$/.test(signature)) return false
  return timingSafeEqual(
    Buffer.from(signature, 'hex'),
    Buffer.from(signatureOf(fields, serverKey), 'hex'),
  )
}
