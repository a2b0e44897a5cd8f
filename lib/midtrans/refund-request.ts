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

/** Whether a Get Status answer lists a refund of this key. */
export function listsRefund({ refunds }: Transaction, refundKey: string): boolean {
  const parsed = refundsSchema.safeParse(refunds)
  return parsed.success && parsed.data.some(({ refund_key }) => refund_key === refundKey)
}
