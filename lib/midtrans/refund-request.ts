import { z } from 'zod'
import type { Transaction } from './transaction'

/** POST /v2/{id}/refund (docs.midtrans.com, Refund Transaction). */
export type RefundRequest = {
  /** A-Z a-z 0-9 - and _. The same key is the same refund; it may be sent again for seven days. */
  refund_key: string
  /** Rupiah, an integer. */
  amount: number
  /** At most 255 characters. The customer reads it in the wallet. */
  reason: string
}

/** Midtrans's limit for the reason. */
export const REFUND_REASON_LIMIT = 255

const refundsSchema = z.array(z.looseObject({ refund_key: z.string() }))

/** Whether a Get Status answer lists a refund of this key. */
export function listsRefund({ refunds }: Transaction, refundKey: string): boolean {
  const parsed = refundsSchema.safeParse(refunds)
  return parsed.success && parsed.data.some(({ refund_key }) => refund_key === refundKey)
}
