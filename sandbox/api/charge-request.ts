import { z } from 'zod'
import { parseOrderTime } from '../midtrans-time'
import { customerSchema, itemSchema } from './charge-details'
import { digits, idText, requiredText, text, whole } from './fields'

const MAX_AMOUNT = 99_999_999_999
const WALLETS = ['gopay', 'qris']
/** Documented payment types that this sandbox has not activated. */
const OTHER_CHANNELS = new Set(
  'credit_card bank_transfer echannel permata shopeepay bca_klikpay bca_klikbca cimb_clicks danamon_online uob_ezpay cstore akulaku kredivo bri_epay'.split(
    ' ',
  ),
)

const ORDER_ID = 'transaction_details.order_id'
const AMOUNT = 'transaction_details.gross_amount'

const transactionDetailsSchema = z.object(
  {
    order_id: z.preprocess(
      idText,
      requiredText(ORDER_ID, `${ORDER_ID} too long`, 50).regex(
        /^[\w~.-]*$/,
        `${ORDER_ID} contains unsupported characters`,
      ),
    ),
    gross_amount: z.preprocess(
      digits,
      whole(AMOUNT)
        .min(1, `${AMOUNT} must be between 0.01 - 99999999999.00`)
        .max(MAX_AMOUNT, `${AMOUNT} must be between 0.01 - 99999999999.00`),
    ),
  },
  'transaction_details is required',
)

const gopaySchema = z
  .object(
    {
      // An old vendor sample sends the text "true".
      enable_callback: z
        .preprocess(
          (value) => (value === 'true' || value === 'false' ? value === 'true' : value),
          z.boolean('gopay.enable_callback is invalid').nullish(),
        )
        .optional(),
      callback_url: text('gopay.callback_url', 2000).refine(
        isSafeUrl,
        'gopay.callback_url is invalid',
      ),
    },
    'gopay is invalid',
  )
  .nullish()

const expirySchema = z
  .object(
    {
      order_time: z
        .string('custom_expiry.order_time is invalid')
        .refine(
          (value) => parseOrderTime(value) !== undefined,
          'custom_expiry.order_time is invalid',
        )
        .nullish(),
      expiry_duration: z.preprocess(
        digits,
        whole('custom_expiry.expiry_duration').max(
          1_000_000_000,
          'custom_expiry.expiry_duration is invalid',
        ),
      ),
      unit: z
        .enum(
          ['second', 'seconds', 'minute', 'minutes', 'hour', 'hours', 'day', 'days'],
          'custom_expiry.unit is invalid',
        )
        .nullish(),
    },
    'custom_expiry is invalid',
  )
  .nullish()

export const chargeRequestSchema = z
  .object({
    payment_type: z
      .string('payment_type is required')
      .refine((type) => WALLETS.includes(type) || OTHER_CHANNELS.has(type), {
        error: ({ input }) => `payment_type is not supported: ${String(input).slice(0, 50)}`,
      }),
    transaction_details: transactionDetailsSchema,
    item_details: z
      .array(itemSchema, 'item_details is invalid')
      .max(1000, 'item_details is invalid')
      .nullish(),
    customer_details: customerSchema,
    gopay: gopaySchema,
    qris: z
      .object(
        { acquirer: z.enum(['gopay', 'airpay shopee'], 'qris.acquirer is invalid').nullish() },
        'qris is invalid',
      )
      .nullish(),
    custom_expiry: expirySchema,
    custom_field1: text('custom_field1', 255),
    custom_field2: text('custom_field2', 255),
    custom_field3: text('custom_field3', 255),
    metadata: z.record(z.string(), z.unknown(), 'metadata is invalid').nullish(),
  })
  .superRefine((request, context) => {
    const items = request.item_details
    if (!items || items.length === 0) return
    const sum = items.reduce((total, { price, quantity }) => total + price * quantity, 0)
    if (sum !== request.transaction_details.gross_amount) {
      context.addIssue({
        code: 'custom',
        message: `${AMOUNT} is not equal to the sum of item_details`,
      })
    }
  })

export type ChargeRequest = z.infer<typeof chargeRequestSchema>

/** The wallet opens whatever this says, app links included, but never a script. */
function isSafeUrl(value: string | null | undefined): boolean {
  if (value == null || value === '') return true
  return URL.canParse(value) && !/^(javascript|data|vbscript|file|blob):/i.test(value.trim())
}
