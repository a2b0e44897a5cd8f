import { expect, test } from 'vitest'
import { describeLine } from '@/scripts/demo/screen'

const line = (level: string) =>
  JSON.stringify({ at: '2026-01-01T00:00:00Z', level, event: 'charge.refused', orderId: 'TKO-1' })

test('a warning of the shop is shown as words, without JSON', () => {
  expect(describeLine('shop', line('warn'), 'stdout')).toBe(
    '  shop warn: charge.refused orderId=TKO-1',
  )
})

test('what is not a warning stays in the log file', () => {
  expect(describeLine('shop', line('info'), 'stdout')).toBeUndefined()
  expect(describeLine('shop', '▲ Next.js', 'stdout')).toBeUndefined()
})

test('what Next marks as an error and what comes on standard error is shown', () => {
  expect(describeLine('shop', ' ⨯ Error: no', 'stdout')).toBe('  shop: ⨯ Error: no')
  expect(describeLine('shop', 'Segmentation fault', 'stderr')).toBe('  shop: Segmentation fault')
  expect(describeLine('shop', '{ not json', 'stderr')).toBe('  shop: { not json')
})
