import { z } from 'zod'
import { faultSchema } from '../faults/fault'

const orderIdSchema = z.string().min(1).max(100)
const urlSchema = z.url({ protocol: /^https?$/ }).max(2000)
const issuerSchema = z.string().trim().min(1).max(40)

export const paySchema = z.strictObject({ issuer: issuerSchema.optional() })
export const scanSchema = z.strictObject({
  qr: z.string().min(1).max(1000),
  issuer: issuerSchema.default('gopay'),
})
export const resendSchema = z.strictObject({ url: urlSchema.optional() })
export const faultsSchema = z.array(faultSchema).max(1000)
export const clockSchema = z.strictObject({
  advance_seconds: z
    .number()
    .min(0)
    .max(10 * 365 * 24 * 3600),
  order_id: orderIdSchema.optional(),
})
export const resetSchema = z.strictObject({ order_id: orderIdSchema.optional() })
export const merchantSchema = z.strictObject({
  server_key: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(100).optional(),
  city: z.string().trim().min(1).max(100).optional(),
  notification_urls: z.array(urlSchema).max(10).optional(),
  finish_url: z.string().max(2000).optional(),
  inactive_channels: z.array(z.enum(['gopay', 'qris', 'bank_transfer'])).optional(),
  wording: z.enum(['modern', 'legacy']).optional(),
  order_ids: z.enum(['documented', 'lenient']).optional(),
  qr_code_v2: z.boolean().optional(),
  rate_limit: z
    .strictObject({
      requests: z.int().min(0).max(1_000_000),
      seconds: z.number().positive().max(86_400),
    })
    .nullable()
    .optional(),
})
export const listQuerySchema = z.strictObject({
  order_id: orderIdSchema.optional(),
  limit: z.coerce.number().int().min(1).max(10_000).default(200),
})
