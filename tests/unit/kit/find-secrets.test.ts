import { describe, expect, test } from 'vitest'
import { findSecrets } from '../../kit/find-secrets'

describe('the look for secrets finds', () => {
  test.each([
    ['a server or client key', 'x SB-Mid-server-abcdef12 y'],
    ['a server or client key', '"Mid-client-abcdef12"'],
    ['a signature', 'ab'.repeat(64)],
    ['an authorization header', 'Authorization: Basic U0ItTWlkLXNlcnZlci1hYmM6'],
    ['a cookie', 'Cookie: tokoku-browser=1'],
    ['a full phone number', '0812 3456 7890'],
    ['a full phone number', '{"phone":"081234567890"}'],
    ['a full phone number', '+6281234567890'],
  ])('%s', (kind, text) => {
    expect(findSecrets(text)).toEqual([expect.stringContaining(kind)])
  })
})

test.each([
  '••••890',
  'TKO-01234567890123456789012345-1',
  '$MIDTRANS_SERVER_KEY:',
  'a'.repeat(127),
])('it lets %j be', (text) => expect(findSecrets(text)).toEqual([]))
