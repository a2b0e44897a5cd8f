import { z } from 'zod'
import type { Transaction } from './transaction'

/** Midtrans's limit for the reason. */
export const REFUND_REASON_LIMIT = 255

/** POST /v2/{id}/refund (docs.midtrans.com, Refund Transaction). */
export const refundRequestSchema = z.object({
  /** The same key is the same refund; it may be sent again for seven days. */
  refund_key: z.string().regex(/^[\w-]{1,255}$/),
  /** Rupiah. */
  amount: z.int().positive(),
  /** The customer reads it in the wallet. */
  reason: z.string().max(REFUND_REASON_LIMIT),
})
export type RefundRequest = z.infer<typeof refundRequestSchema>

const refundsSchema = z.array(z.looseObject({ refund_key: z.string() }))

/**
 * The keys of the refunds that a notification or an answer of Get Status tells of: each in its list, where it
 * has one, and the latest beside the amount (docs.midtrans.com, Refund Transaction; Snap's notifications).
 */
export function refundKeysOf({ refunds, refund_key }: Transaction): string[] {
  const listed = refundsSchema.safeParse(refunds).data?.map((refund) => refund.refund_key) ?? []
  return typeof refund_key === 'string' ? [...listed, refund_key] : listed
}
