import { expect, test } from 'vitest'
import { formatJakartaTime } from '@/lib/jakarta-time'

test.each([
  ['2025-11-22T08:42:00.000Z', '22 Nov 2025, 15:42 WIB'],
  ['2025-12-31T17:00:00.000Z', '1 Jan 2026, 00:00 WIB'],
  ['2024-02-28T16:59:59.999Z', '28 Feb 2024, 23:59 WIB'],
  ['2024-02-28T17:00:00.000Z', '29 Feb 2024, 00:00 WIB'],
])('%s is %s in western Indonesia, wherever this machine stands', (iso, shown) => {
  expect(formatJakartaTime(iso)).toBe(shown)
})

test.each(['', 'soon', '2025-13-01T00:00:00Z'])('%j is not a time and shows nothing', (text) => {
  expect(formatJakartaTime(text)).toBe('')
})
