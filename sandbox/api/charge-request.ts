import { z } from 'zod'
import type { Merchant } from '../store/records'
import { bankTransferSchema, expirySchema, gopaySchema, qrisSchema } from './charge-channels'
import { customerSchema, itemSchema } from './charge-details'
import { digits, idText, requiredText, text, whole } from './fields'

const MAX_AMOUNT = 99_999_999_999
/** Documented payment types that this sandbox has not activated. */
const OTHER_CHANNELS =
  'credit_card echannel shopeepay dana ovo bca_klikpay bca_klikbca cimb_clicks danamon_online uob_ezpay cstore akulaku kredivo bri_epay'.split(
    ' ',
  )
/** `permata` was a payment type of its own before it became a bank (vendor Ruby suite, recorded 2019). */
const paymentTypes = new Set(['gopay', 'qris', 'bank_transfer', 'permata', ...OTHER_CHANNELS])

const ORDER_ID = 'transaction_details.order_id'
const AMOUNT = 'transaction_details.gross_amount'
const AMOUNT_RANGE = `${AMOUNT} must be between 0.01 - 99999999999.00`

const orderIdForms: Record<Merchant['orderIds'], RegExp> = {
  // docs.midtrans.com, transaction details object.
  documented: /^[\w~.-]*$/,
  // What the API was seen to take in 2016 and 2021: spaces, colons and plus signs.
  lenient: /^[^\p{Cc}]*$/u,
}

const requestSchema = (orderIdForm: RegExp) =>
  z
    .object({
      payment_type: z.string('payment_type is required').refine((type) => paymentTypes.has(type), {
        error: ({ input }) => `payment_type is not supported: ${String(input).slice(0, 50)}`,
      }),
      transaction_details: z.object(
        {
          order_id: z.preprocess(
            idText,
            requiredText(ORDER_ID, `${ORDER_ID} too long`, 50).regex(
              orderIdForm,
              `${ORDER_ID} contains unsupported characters`,
            ),
          ),
          gross_amount: z.preprocess(
            digits,
            whole(AMOUNT).min(1, AMOUNT_RANGE).max(MAX_AMOUNT, AMOUNT_RANGE),
          ),
        },
        'transaction_details is required',
      ),
      item_details: z
        .array(itemSchema, 'item_details is invalid')
        .max(1000, 'item_details is invalid')
        .nullish(),
      customer_details: customerSchema,
      gopay: gopaySchema,
      qris: qrisSchema,
      bank_transfer: bankTransferSchema,
      custom_expiry: expirySchema,
      custom_field1: text('custom_field1', 255),
      custom_field2: text('custom_field2', 255),
      custom_field3: text('custom_field3', 255),
      metadata: z
        .record(z.string(), z.unknown(), 'metadata is invalid')
        .refine((metadata) => isWithinDepth(metadata, 100), 'metadata is invalid')
        .nullish(),
    })
    .superRefine(({ item_details: items, transaction_details }, context) => {
      if (!items || items.length === 0) return
      const sum = items.reduce((total, { price, quantity }) => total + price * quantity, 0)
      if (sum !== transaction_details.gross_amount) {
        context.addIssue({
          code: 'custom',
          message: `${AMOUNT} is not equal to the sum of item_details`,
        })
      }
    })

export const chargeRequestSchemas = {
  documented: requestSchema(orderIdForms.documented),
  lenient: requestSchema(orderIdForms.lenient),
}

export type ChargeRequest = z.infer<typeof chargeRequestSchemas.documented>

/** JSON.parse takes any depth; what keeps and writes the answer does not. */
function isWithinDepth(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return depth > 0 && Object.values(value).every((inner) => isWithinDepth(inner, depth - 1))
}
