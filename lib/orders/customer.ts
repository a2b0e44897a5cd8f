import { z } from 'zod'

/**
 * Line breaks, NUL and the like have no place in a name or a reason: they could forge lines in mails and logs.
 * The joiners do, behind a letter: Persian and Sinhala names are written with them. Alone they are no name at all.
 */
export const printable = /^(?:[^\p{Cc}\p{Cf}\p{Co}\p{Cs}][\u200c\u200d]?)*$/u

/** What stands between digits where numbers are copied from; address books add marks that nobody sees. */
const BETWEEN_DIGITS = /[\s\p{Cf}\p{Pd}()./]/gu

/**
 * Who orders, as typed into the checkout form. The texts are trimmed; the phone number keeps only its
 * digits and a leading plus. Midtrans takes up to 255 characters of each. What to say about a mistake is
 * the form's business (app/checkout/explain-fields.ts).
 */
export const customerSchema = z.object({
  name: z.string().trim().min(1).max(100).regex(printable),
  email: z.string().trim().min(1).max(254).pipe(z.email()),
  phone: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .transform((typed) => typed.replace(BETWEEN_DIGITS, ''))
    .pipe(z.string().regex(/^\+?\d{8,15}$/)),
})

export const paymentMethodSchema = z.enum(['gopay', 'qris'])
