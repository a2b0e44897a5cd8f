import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redact, redactJson } from '@/lib/timeline/redact'

const SIGNATURE = 'ab'.repeat(64)

test('keys, signatures and people are taken out wherever they stand, and the rest stays', () => {
  const body = {
    order_id: 'TKO-1',
    refund_key: 'r-1',
    signature_key: SIGNATURE,
    customer_details: { email: 'sari@example.com' },
    custom_field1: 'for Sari Wulandari, 0812 3456 7890',
    nested: [{ Authorization: 'Basic U0ItTWlk', note: `key SB-Mid-server-a1_B-2 ${SIGNATURE}` }],
  }
  expect(redact(body, ['Sari Wulandari', '0812 3456 7890'])).toEqual({
    order_id: 'TKO-1',
    refund_key: 'r-1',
    signature_key: '[redacted]',
    customer_details: '[redacted]',
    custom_field1: 'for [redacted], [redacted]',
    nested: [{ Authorization: '[redacted]', note: 'key [redacted] [redacted]' }],
  })
})

test('a key survives nowhere in any JSON', () => {
  const key = 'Mid-server-Xy12-3_4'
  const withKey = fc.jsonValue().map((json) => JSON.stringify({ json, deep: [[{ a: key }]], key }))
  fc.assert(
    fc.property(withKey, (text) => {
      expect(JSON.stringify(redactJson(text, []))).not.toContain(key)
    }),
  )
})

test('what is no JSON is not shown', () => {
  expect(redactJson('{"half":', [])).toBe('[redacted]')
})
