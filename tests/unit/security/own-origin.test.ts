import { describe, expect, test } from 'vitest'
import { isOwnOrigin } from '@/lib/security/own-origin'

describe('a public shop', () => {
  const shop = 'https://shop.example'

  test('knows its own pages', () => {
    expect(isOwnOrigin('https://shop.example', shop)).toBe(true)
    expect(isOwnOrigin('https://shop.example:443', shop)).toBe(true)
    expect(isOwnOrigin('https://shop.example', 'https://shop.example/')).toBe(true)
  })

  test.each([
    null,
    '',
    'null',
    'undefined',
    'shop.example',
    'http://shop.example',
    'https://shop.example:8443',
    'https://www.shop.example',
    'https://shop.example.evil.com',
    'https://shop.example@evil.com',
    'https://evil.com/https://shop.example',
    'http://localhost:3000',
    'http://127.0.0.1',
    'chrome-extension://shop.example',
  ])('refuses a form from %j', (origin) => {
    expect(isOwnOrigin(origin, shop)).toBe(false)
  })
})

describe("a shop on a developer's machine", () => {
  const shop = 'http://localhost:3000'

  test.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])(
    'answers to %s',
    (origin) => expect(isOwnOrigin(origin, shop)).toBe(true),
  )

  test.each([
    'http://localhost:3001',
    'http://localhost',
    'http://127.0.0.1.evil.com:3000',
    'http://192.168.1.7:3000',
    'null',
    null,
  ])('refuses a form from %j', (origin) => {
    expect(isOwnOrigin(origin, shop)).toBe(false)
  })
})
