import { expect, test } from 'vitest'
import { maskEmail, maskPhone } from '@/lib/contact'

test.each([
  ['budi@example.com', 'b••••@example.com'],
  ['a@b.co', 'a••••@b.co'],
  ['"odd@name"@example.com', '"••••@example.com'],
  ['😀x@example.com', '😀••••@example.com'],
  ['@example.com', '••••'],
  ['not an address', '••••'],
  ['', '••••'],
])('the address %j is shown as %s', (email, shown) => {
  expect(maskEmail(email)).toBe(shown)
})

test.each([
  ['+6281234567890', '••••890'],
  ['(021) 555-123', '••••123'],
  ['12345', '••••'],
  ['', '••••'],
])('the phone number %j is shown as %s', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown)
})
