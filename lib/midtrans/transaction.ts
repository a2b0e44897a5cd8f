import { z } from 'zod'

/** Postgres cannot hold a NUL character, and no field of Midtrans's has one. */
const textSchema = z
  .string()
  .max(1024)
  .refine((text) => !text.includes('\0'), 'contains NUL')

const actionSchema = z.looseObject({
  name: z.string(),
  method: z.string().optional(),
  url: z.string(),
})

/**
 * What Midtrans says of a transaction: the answers to Charge, Get Status, Cancel, Expire and Refund.
 * Fields that a body may lack are optional, unknown ones are kept: Midtrans adds new ones at any time
 * and omits empty ones (docs.midtrans.com, Best Practices to Handle Notification).
 */
export const transactionSchema = z.looseObject({
  status_code: z.coerce.string(),
  status_message: textSchema.optional(),
  transaction_id: textSchema,
  order_id: textSchema,
  gross_amount: textSchema,
  payment_type: textSchema,
  transaction_status: textSchema,
  transaction_time: textSchema.optional(),
  merchant_id: textSchema.optional(),
  currency: textSchema.optional(),
  fraud_status: textSchema.optional(),
  acquirer: textSchema.optional(),
  issuer: textSchema.optional(),
  settlement_time: textSchema.optional(),
  /** `expire_time` in bodies of early 2023 and in the OpenAPI sample. */
  expiry_time: textSchema.optional(),
  expire_time: textSchema.optional(),
  refund_amount: textSchema.optional(),
  actions: z.array(actionSchema).optional(),
  qr_string: z.string().optional(),
})

export type Transaction = z.infer<typeof transactionSchema>

export type ActionName =
  | 'generate-qr-code'
  | 'generate-qr-code-v2'
  | 'deeplink-redirect'
  | 'get-status'
  | 'cancel'

/**
 * The URL of a charge answer's action. Looked up by name: newer answers carry
 * `generate-qr-code-v2` in second place, so an index would point at something else.
 */
export function findActionUrl(
  transaction: Pick<Transaction, 'actions'>,
  name: ActionName,
): string | undefined {
  return transaction.actions?.find((action) => action.name === name)?.url
}
