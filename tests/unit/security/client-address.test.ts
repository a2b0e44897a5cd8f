import { describe, expect, test } from 'vitest'
import { clientAddress } from '@/lib/security/client-address'

const seen = (forwarded: string, trustedProxies = 0) =>
  clientAddress(new Headers({ 'x-forwarded-for': forwarded }), trustedProxies)

// The last entry is our own: who opened the connection.
describe('the address of a client', () => {
  test('is who opened the connection, whatever they claim, without a proxy of ours', () => {
    expect(seen('203.0.113.7')).toBe('203.0.113.7')
    expect(seen('1.2.3.4, 5.6.7.8, 203.0.113.7')).toBe('203.0.113.7')
    expect(seen('::ffff:203.0.113.7')).toBe('203.0.113.7')
  })

  test('is who called the first of our proxies, whatever stands before', () => {
    expect(seen('203.0.113.7, 10.0.0.1', 1)).toBe('203.0.113.7')
    expect(seen('1.2.3.4, 203.0.113.7, 10.0.0.1', 1)).toBe('203.0.113.7')
    expect(seen('1.2.3.4, 203.0.113.7, 10.0.0.2, 10.0.0.1', 2)).toBe('203.0.113.7')
  })

  test('is whoever is left when somebody goes past a proxy', () => {
    expect(seen('203.0.113.7', 2)).toBe('203.0.113.7')
  })

  test('of IPv6 is that of the whole line', () => {
    expect(seen('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
    expect(seen('2001:db8:1:2::9')).toBe(seen('2001:0db8:1:2:ffff::1'))
    expect(seen('2001:db8:1:3::9')).not.toBe(seen('2001:db8:1:2::9'))
    expect(seen('::1')).toBe('0:0:0:0::/64')
  })

  test('has no port, where a proxy writes one', () => {
    expect(seen('203.0.113.7:51234, 10.0.0.1', 1)).toBe('203.0.113.7')
    expect(seen('[2001:db8:1:2::9]:51234, 10.0.0.1', 1)).toBe('2001:db8:1:2::/64')
    expect(seen('[2001:db8:1:2::9], 10.0.0.1', 1)).toBe('2001:db8:1:2::/64')
    expect(seen('[::ffff:203.0.113.7]:80')).toBe('203.0.113.7')
  })

  test.each([
    ...['', 'nonsense', '203.0.113:80', '203.0.113.7:', '203.0.113.7:x', '[203.0.113.7', '[]:80'],
    ...["'; DROP TABLE orders", 'x'.repeat(10_000)],
  ])('is unknown when it is %j', (forwarded) => expect(seen(forwarded)).toBe('unknown'))
})
