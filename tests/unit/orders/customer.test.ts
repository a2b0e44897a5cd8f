import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { customerSchema, paymentMethodSchema } from '@/lib/orders/customer'

const budi = { name: 'Budi Santoso', email: 'budi@example.com', phone: '081234567890' }

function errorsOf(fields: Record<string, unknown>) {
  const parsed = customerSchema.safeParse({ ...budi, ...fields })
  return parsed.success ? {} : z.flattenError(parsed.error).fieldErrors
}

test('a customer is taken as typed, without the spaces around', () => {
  expect(
    customerSchema.parse({ ...budi, name: '  Budi Santoso ', email: ' budi@example.com ' }),
  ).toEqual(budi)
})

test.each([
  'Sukarno',
  "Siti Nur'aini",
  'Đặng Văn Lâm',
  '李小龍',
  'Ö',
  "Robert'); DROP TABLE orders;--",
  '<b>Budi</b>',
  '😀',
])('the name %j is somebody’s', (name) => expect(errorsOf({ name })).toEqual({}))

test.each([
  ['+62 812-3456-7890', '+6281234567890'],
  ['(021) 555.123.45', '02155512345'],
  ['08123456', '08123456'],
  ['+123456789012345', '+123456789012345'],
])('the phone number %j is kept as %s', (phone, kept) => {
  expect(customerSchema.parse({ ...budi, phone }).phone).toBe(kept)
})

describe('one sentence, beside the field, when', () => {
  test.each([
    ['name', undefined, 'Tell us your name.'],
    ['name', '', 'Tell us your name.'],
    ['name', '   ', 'Tell us your name.'],
    ['name', 'x'.repeat(101), 'Use a name of at most 100 characters.'],
    [
      'name',
      'Budi\r\nBcc: all@example.com',
      'Use a name of plain letters, without special control characters.',
    ],
    ['name', 'Budi\u0000', 'Use a name of plain letters, without special control characters.'],
    ['name', 'Budi\u202Egnp', 'Use a name of plain letters, without special control characters.'],
    ['name', 'Budi\uD800', 'Use a name of plain letters, without special control characters.'],
    ['email', undefined, 'Tell us your e-mail address.'],
    ['email', '', 'Tell us your e-mail address.'],
    ['email', 'budi', 'Use an e-mail address such as name@example.com.'],
    ['email', 'budi@', 'Use an e-mail address such as name@example.com.'],
    ['email', 'a@b@example.com', 'Use an e-mail address such as name@example.com.'],
    [
      'email',
      'budi@example.com\nBcc: x@example.com',
      'Use an e-mail address such as name@example.com.',
    ],
    ['email', `${'a'.repeat(250)}@example.com`, 'Use an e-mail address of at most 254 characters.'],
    ['phone', undefined, 'Tell us your phone number.'],
    ['phone', '', 'Tell us your phone number.'],
    ['phone', '0812345', 'Use a phone number of 8 to 15 digits.'],
    ['phone', '0812345678901234', 'Use a phone number of 8 to 15 digits.'],
    ['phone', 'no phone', 'Use a phone number of 8 to 15 digits.'],
    ['phone', '٠٨١٢٣٤٥٦٧٨٩', 'Use a phone number of 8 to 15 digits.'],
    ['phone', '62+81234567', 'Use a phone number of 8 to 15 digits.'],
    ['phone', '0'.repeat(1_000_000), 'Use a phone number of 8 to 15 digits.'],
  ])('%s is %j', (field, value, sentence) => {
    const shown = errorsOf({ [field]: value }) as Record<string, string[]>
    expect(Object.keys(shown)).toEqual([field])
    expect(shown[field]?.[0]).toBe(sentence)
  })
})

test('something that is no text is asked for again', () => {
  for (const value of [42, null, [], {}, true]) {
    expect(errorsOf({ name: value })).toHaveProperty('name')
  }
})

test('there are two ways to pay', () => {
  expect(['gopay', 'qris'].every((method) => paymentMethodSchema.safeParse(method).success)).toBe(
    true,
  )
  const wrong = paymentMethodSchema.safeParse('card')
  expect(wrong.error?.issues[0]?.message).toBe('Choose GoPay or QRIS.')
})
