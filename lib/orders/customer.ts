import { z } from 'zod'

/** Line breaks, NUL and the like have no place in a name and could forge lines in mails and logs. */
const printable = /^[^\p{Cc}\p{Cf}\p{Co}\p{Cs}]*$/u

/**
 * Who orders, as typed into the checkout form. The texts are trimmed; the phone number keeps only its
 * digits and a leading plus. Midtrans takes up to 255 characters of each.
 */
export const customerSchema = z.object({
  name: z
    .string('Tell us your name.')
    .trim()
    .min(1, 'Tell us your name.')
    .max(100, 'Use a name of at most 100 characters.')
    .regex(printable, 'Use a name of plain letters, without special control characters.'),
  email: z
    .string('Tell us your e-mail address.')
    .trim()
    .min(1, 'Tell us your e-mail address.')
    .max(254, 'Use an e-mail address of at most 254 characters.')
    .pipe(z.email('Use an e-mail address such as name@example.com.')),
  phone: z
    .string('Tell us your phone number.')
    .trim()
    .min(1, 'Tell us your phone number.')
    .max(40, 'Use a phone number of 8 to 15 digits.')
    .transform((typed) => typed.replace(/[\s().-]/g, ''))
    .pipe(z.string().regex(/^\+?\d{8,15}$/, 'Use a phone number of 8 to 15 digits.')),
})

export const paymentMethodSchema = z.enum(['gopay', 'qris'], 'Choose GoPay or QRIS.')
