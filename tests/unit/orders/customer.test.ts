import { describe, expect, test } from 'vitest'
import { customerSchema, paymentMethodSchema } from '@/lib/orders/customer'

const budi = { name: 'Budi Santoso', email: 'budi@example.com', phone: '081234567890' }

/** The first thing that is wrong with each field. */
function errorsOf(fields: Record<string, unknown>): Record<string, string> {
  const { error } = customerSchema.safeParse({ ...budi, ...fields })
  const issues = error?.issues.toReversed() ?? []
  return Object.fromEntries(issues.map(({ path, code }) => [String(path[0]), code]))
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
  'علی‌رضا',
  'ශ්‍රී',
  '👩‍👧‍👦',
  "Robert'); DROP TABLE orders;--",
  '<b>Budi</b>',
  '😀',
])('the name %j is somebody’s', (name) => expect(errorsOf({ name })).toEqual({}))

test.each([
  ['+62 812-3456-7890', '+6281234567890'],
  ['(021) 555.123.45', '02155512345'],
  ['\u202a+62 812\u20113456\u20137890\u202c', '+6281234567890'],
  ['0812/3456/7890', '081234567890'],
  ['08123456', '08123456'],
  ['+123456789012345', '+123456789012345'],
])('the phone number %j is kept as %s', (phone, kept) => {
  expect(customerSchema.parse({ ...budi, phone }).phone).toBe(kept)
})

describe('the field alone is at fault, and it says how, when', () => {
  test.each([
    ['name', undefined, 'invalid_type'],
    ['name', '', 'too_small'],
    ['name', '   ', 'too_small'],
    ['name', 'x'.repeat(101), 'too_big'],
    ['name', 'Budi\r\nBcc: all@example.com', 'invalid_format'],
    ['name', 'Budi\u0000', 'invalid_format'],
    ['name', 'Budi\u0007', 'invalid_format'],
    ['name', 'Budi\u202Egnp', 'invalid_format'],
    ['name', 'Budi\uD800', 'invalid_format'],
    ['name', '\u200d', 'invalid_format'],
    ['name', '\u200c\u200d\u200c', 'invalid_format'],
    ['email', undefined, 'invalid_type'],
    ['email', '', 'too_small'],
    ['email', 'budi', 'invalid_format'],
    ['email', 'budi@', 'invalid_format'],
    ['email', 'a@b', 'invalid_format'],
    ['email', 'a@b@example.com', 'invalid_format'],
    ['email', 'budi@example.com, eve@example.com', 'invalid_format'],
    ['email', '<script>alert(1)</script>@example.com', 'invalid_format'],
    ['email', 'budi@example.com\nBcc: x@example.com', 'invalid_format'],
    ['email', `${'a'.repeat(250)}@example.com`, 'too_big'],
    ['phone', undefined, 'invalid_type'],
    ['phone', '', 'too_small'],
    ['phone', '0812345', 'invalid_format'],
    ['phone', '0812345678901234', 'invalid_format'],
    ['phone', '+', 'invalid_format'],
    ['phone', 'no phone', 'invalid_format'],
    ['phone', '0812-DROP-TABLE', 'invalid_format'],
    ['phone', '٠٨١٢٣٤٥٦٧٨٩', 'invalid_format'],
    ['phone', '62+81234567', 'invalid_format'],
    ['phone', '0'.repeat(1_000_000), 'too_big'],
  ])('%s is %j', (field, value, code) => {
    expect(errorsOf({ [field]: value })).toEqual({ [field]: code })
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
  expect(paymentMethodSchema.safeParse('card').success).toBe(false)
})
