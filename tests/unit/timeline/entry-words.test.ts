import { expect, test } from 'vitest'
import {
  callName,
  errorCode,
  formatAfter,
  formatClock,
  readRule,
} from '@/components/timeline/entry-words'

test.each([
  [0, '+0.000 s'],
  [1_234, '+1.234 s'],
  [59_999, '+59.999 s'],
  [60_000, '+1:00 min'],
  [3_599_000, '+59:59 min'],
  [3_600_000, '+1:00 h'],
  [90_061_000, '+25:01 h'],
])('%i ms after the order is %s', (ms, text) => expect(formatAfter(ms)).toBe(text))

test('the clock is Midtrans’s: seven hours ahead, also over midnight', () => {
  expect(formatClock('2026-06-04T18:30:00.125Z')).toBe('2026-06-05 01:30:00.125 WIB')
})

test.each([
  [{ kind: 'call', about: 'status' }, 'GET status'],
  [{ kind: 'answer', about: 'refund' }, 'POST refund'],
  [{ kind: 'refused', about: 'cancel' }, 'cancel'],
] as const)('%j is called %s', (entry, name) => expect(callName(entry)).toBe(name))

test.each([
  [{ code: 'timeout' }, 'timeout'],
  [null, '?'],
  ['[redacted]', '?'],
  [{}, '?'],
])('the error of %j is %s', (body, code) => expect(errorCode({ body })).toBe(code))

test.each([
  ['pending after created', { name: 'after', told: 'pending', known: 'created' }],
  ['settlement of another transaction', { name: 'another', told: 'settlement', known: '' }],
  // What marks a payment for a person is a name that nobody translates.
  ['amount_differs', undefined],
  [null, undefined],
])('the rule of %j is %j', (reason, rule) => expect(readRule({ reason })).toEqual(rule))
