import { expect, test } from 'vitest'
import { makeSecret, SECRET } from '@/lib/security/secret'

test('a secret has 128 bits, and none comes twice', () => {
  const secrets = Array.from({ length: 1_000 }, makeSecret)
  expect(new Set(secrets).size).toBe(1_000)
  for (const secret of secrets) {
    expect(Buffer.from(secret, 'base64url')).toHaveLength(16)
    expect(secret).toMatch(SECRET)
  }
})

test('the UUID of a browser that was here before is still its secret', () => {
  expect(crypto.randomUUID()).toMatch(SECRET)
})

test.each(['', 'short', 'a'.repeat(65), 'with spaces in the middle', 'semi;colon;semi;colon;semi'])(
  '%j is no secret',
  (text) => expect(text).not.toMatch(SECRET),
)
