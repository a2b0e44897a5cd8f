import { z } from 'zod'
import { parseOrderTime } from '../midtrans-time'
import { digits, flag, idText, requiredText, text, whole } from './fields'

/** docs.midtrans.com, gopay object. */
export const gopaySchema = z
  .object(
    {
      enable_callback: flag('gopay.enable_callback'),
      callback_url: text('gopay.callback_url', 2000).refine(
        isSafeUrl,
        'gopay.callback_url is invalid',
      ),
      pre_auth: flag('gopay.pre_auth'),
    },
    'gopay is invalid',
  )
  .nullish()

/** docs.midtrans.com, qris object. */
export const qrisSchema = z
  .object(
    { acquirer: z.enum(['gopay', 'airpay shopee'], 'qris.acquirer is invalid').nullish() },
    'qris is invalid',
  )
  .nullish()

const BANK = 'bank_transfer.bank'
const VA_NUMBER = 'bank_transfer.va_number'

/** docs.midtrans.com, bank transfer object. What a bank may print beside the number changes nothing here. */
export const bankTransferSchema = z
  .object(
    {
      bank: requiredText(BANK, `${BANK} too long`, 255).pipe(
        z.enum(['bca', 'bni', 'bri', 'permata'], {
          error: ({ input }) => `${BANK} is not supported: ${String(input).slice(0, 50)}`,
        }),
      ),
      va_number: z.preprocess(
        idText,
        z
          .string(`${VA_NUMBER} is invalid`)
          .max(255, `${VA_NUMBER} too long`)
          .regex(/^\d*$/, `${VA_NUMBER} is not a number`)
          .nullish(),
      ),
    },
    'bank_transfer is invalid',
  )
  .nullish()

const EXPIRY = 'custom_expiry'

/** docs.midtrans.com, custom expiry object. */
export const expirySchema = z
  .object(
    {
      order_time: z
        .string(`${EXPIRY}.order_time is invalid`)
        .refine((value) => parseOrderTime(value) !== undefined, `${EXPIRY}.order_time is invalid`)
        .nullish(),
      expiry_duration: z.preprocess(
        digits,
        whole(`${EXPIRY}.expiry_duration`).max(
          1_000_000_000,
          `${EXPIRY}.expiry_duration is invalid`,
        ),
      ),
      unit: z
        .enum(
          ['second', 'seconds', 'minute', 'minutes', 'hour', 'hours', 'day', 'days'],
          `${EXPIRY}.unit is invalid`,
        )
        .nullish(),
    },
    `${EXPIRY} is invalid`,
  )
  .nullish()

/** The wallet opens whatever this says, app links included, but never a script. */
function isSafeUrl(value: string | null | undefined): boolean {
  if (value == null || value === '') return true
  return URL.canParse(value) && !/^(javascript|data|vbscript|file|blob):/i.test(value.trim())
}
