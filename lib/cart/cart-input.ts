import { z } from 'zod'
import type { Said } from '@/lib/i18n/said'

/** What a cart action tells the page: nothing more to say, or one sentence for the shopper. */
export type CartResult = { ok: true } | { ok: false; message: Said }

/** A product id as a form sends it. Digits only: `Number` alone would also take `1e3` and ` 1 `. */
export const productIdSchema = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)

/** A quantity as a form sends it: a whole number from 1 to 99, in digits. */
export const quantitySchema = z
  .string()
  .trim()
  .regex(/^[1-9]\d?$/)
  .transform(Number)

/** What the buttons beside a quantity send: one more or one less. */
export const stepSchema = z.enum(['1', '-1']).transform(Number)
