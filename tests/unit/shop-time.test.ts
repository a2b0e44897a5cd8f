import { afterEach, expect, test, vi } from 'vitest'
import { formatTime, JAKARTA, zoneOfBrowser } from '@/lib/shop-time'

test.each([
  ['2025-11-22T08:42:00.000Z', '22 Nov 2025, 15:42 WIB', '22 Nov 2025, 15.42 WIB'],
  ['2025-12-31T17:00:00.000Z', '1 Jan 2026, 00:00 WIB', '1 Jan 2026, 00.00 WIB'],
  ['2024-02-28T16:59:59.999Z', '28 Feb 2024, 23:59 WIB', '28 Feb 2024, 23.59 WIB'],
  ['2024-05-28T17:00:00.000Z', '29 May 2024, 00:00 WIB', '29 Mei 2024, 00.00 WIB'],
])('%s is %s in western Indonesia, wherever this machine stands', (iso, english, indonesian) => {
  expect(formatTime(iso, 'en', JAKARTA)).toBe(english)
  expect(formatTime(iso, 'id', JAKARTA)).toBe(indonesian)
})

test('another zone has its own time, day and name', () => {
  const iso = '2025-12-31T16:30:00.000Z'
  expect(formatTime(iso, 'en', { name: 'WIT', minutesEast: 540 })).toBe('1 Jan 2026, 01:30 WIT')
  expect(formatTime(iso, 'en', { name: 'NST', minutesEast: -210 })).toBe('31 Dec 2025, 13:00 NST')
})

test.each(['', 'soon', '2025-13-01T00:00:00Z'])('%j is not a time and shows nothing', (text) => {
  expect(formatTime(text, 'en', JAKARTA)).toBe('')
})

afterEach(() => vi.unstubAllEnvs())

test.each([
  ['Asia/Jakarta', 'WIB', 420],
  ['Asia/Makassar', 'WITA', 480],
  ['Asia/Jayapura', 'WIT', 540],
  ['Asia/Tokyo', 'GMT+9', 540],
])('a browser in %s has its times by %s', (place, name, minutesEast) => {
  vi.stubEnv('TZ', place)
  for (const locale of ['en', 'id'] as const) {
    expect(zoneOfBrowser('2025-11-22T08:42:00.000Z', locale)).toEqual({ name, minutesEast })
  }
})
