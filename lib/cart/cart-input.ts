import { z } from 'zod'
import { MAX_QUANTITY } from './cart-lines'

/** What a cart action tells the page: nothing more to say, or one sentence for the shopper. */
export type CartResult = { ok: true } | { ok: false; message: string }

const quantityMessage = `Choose a whole number from 1 to ${MAX_QUANTITY}.`
const unknownProduct = 'We do not know this product. Please reload the page.'

/** A product id as a form sends it. Digits only: `Number` alone would also take `1e3` and ` 1 `. */
export const productIdSchema = z
  .string({ error: unknownProduct })
  .regex(/^[1-9]\d{0,9}$/, { error: unknownProduct })
  .transform(Number)

/** A quantity as a form sends it: a whole number from 1 to 99, in digits. */
export const quantitySchema = z
  .string({ error: quantityMessage })
  .trim()
  .regex(/^[1-9]\d?$/, { error: quantityMessage })
  .transform(Number)

/** What the buttons beside a quantity send: one more or one less. */
export const stepSchema = z.enum(['1', '-1'], { error: quantityMessage }).transform(Number)
