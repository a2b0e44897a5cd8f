import { z } from 'zod'

/** docs.midtrans.com, refund transaction. Everything is optional: the default is the whole amount. */
export const refundRequestSchema = z.object({
  refund_key: z
    .string('refund_key is invalid')
    .max(255, 'refund_key too long')
    .regex(/^[\w-]*$/, 'refund_key contains unsupported characters')
    .nullish(),
  amount: z.preprocess(
    (value) => (typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value),
    z
      .number('amount is not a number')
      .int('amount must be a whole number of rupiah')
      .min(1, 'amount must be greater than or equal to 1')
      .nullish(),
  ),
  reason: z.string('reason is invalid').max(255, 'reason too long').nullish(),
})
