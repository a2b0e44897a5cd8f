import { expect, test } from 'vitest'
import { describe as describeCheck, ill, well } from '@/scripts/doctor/check'
import { checkNode } from '@/scripts/doctor/machine'
import { judgeClock } from '@/scripts/doctor/midtrans'

test.each([
  ['20.19.0', true],
  ['20.18.3', false],
  ['18.20.0', false],
  ['22.0.0', true],
  ['24.1.0', true],
])('Node %s is well: %s', (version, ok) => expect(checkNode(version).ok).toBe(ok))

const NOON = Date.parse('2026-06-04T12:00:00Z')
test.each([
  [0, true],
  [30, true],
  [-30, true],
  [31, false],
  [-31, false],
])('a clock that is %i s ahead is well: %s', (seconds, ok) => {
  const theirs = new Date(NOON).toUTCString()
  expect(judgeClock(theirs, NOON + seconds * 1000).ok).toBe(ok)
})

test.each([null, '', 'yesterday'])('with %j there is nothing to compare', (theirs) => {
  expect(judgeClock(theirs, NOON).ok).toBe(false)
})

test('what is not well is followed by its fix', () => {
  expect(describeCheck('Node', well('24'))).toBe('✓ Node           24')
  expect(describeCheck('Node', ill('18', 'Install another.'))).toBe(
    '✗ Node           18\n  → Install another.',
  )
})
