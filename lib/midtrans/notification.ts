import { z } from 'zod'
import { verifySignature } from './signature'
import { type Transaction, transactionSchema } from './transaction'

/** The signed fields are strict strings here: the signature is over exactly what was sent. */
export const notificationSchema = transactionSchema.extend({
  order_id: transactionSchema.shape.order_id.min(1).max(255),
  status_code: z.string().regex(/^\d{3}$/),
  gross_amount: z.string().regex(/^\d{1,15}(\.\d{1,2})?$/),
  signature_key: z.string(),
})

export type Notification = Omit<z.infer<typeof notificationSchema>, 'signature_key'> & Transaction

/** Midtrans's deepest bodies have four levels. Thousands of them would break whoever writes them out. */
const MAX_DEPTH = 16

export type NotificationResult =
  | { ok: true; notification: Notification }
  | { ok: false; error: 'not_json' | 'wrong_shape' | 'bad_signature'; orderId?: string }

/**
 * Reads the body of an HTTP notification and proves that Midtrans signed it. The signature itself is
 * left out of what is returned, so that it cannot be stored. No body is exempt, not even the
 * dashboard's test notification with its `payment_notif_test_` order id: Midtrans signs that one too.
 * Source: docs.midtrans.com, HTTP(S) Notification / Webhooks.
 */
export function readNotification(body: string, serverKey: string): NotificationResult {
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    return { ok: false, error: 'not_json' }
  }
  const parsed = notificationSchema.safeParse(json)
  if (!parsed.success || !isShallow(json, MAX_DEPTH)) return { ok: false, error: 'wrong_shape' }
  const { signature_key, ...notification } = parsed.data
  if (!verifySignature(notification, signature_key, serverKey)) {
    return { ok: false, error: 'bad_signature', orderId: notification.order_id }
  }
  return { ok: true, notification }
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1))
}
