import { expect, test } from 'vitest'
import { parseEnvironment } from '@/lib/env'

const complete = {
  DATABASE_URL: 'postgresql://shop@localhost/shop',
  MIDTRANS_SERVER_KEY: 'SB-Mid-server-x',
  APP_URL: 'http://localhost:3000',
}

test('a test machine may do more than any shopper', () => {
  expect(parseEnvironment(complete)).toMatchObject({
    TRUSTED_PROXIES: 0,
    LIMIT_ORDERS: 120,
    LIMIT_MISSED_LOOKUPS: 300,
    LIMIT_BAD_SIGNATURES: 1_000,
    LIMIT_STREAMS: 300,
  })
  const real = parseEnvironment({ ...complete, MIDTRANS_ENV: 'sandbox' })
  expect(real.LIMIT_ORDERS).toBeLessThan(120)
  expect(real.LIMIT_MISSED_LOOKUPS).toBeLessThan(300)
})

test('every limit is a setting, and nothing switches one off by mistake', () => {
  const set = parseEnvironment({ ...complete, LIMIT_ORDERS: '7', TRUSTED_PROXIES: '2' })
  expect(set).toMatchObject({ LIMIT_ORDERS: 7, TRUSTED_PROXIES: 2, LIMIT_STREAMS: 300 })
  for (const wrong of ['0', '-1', 'many', '1e9', '1.5', 'Infinity']) {
    const parse = () => parseEnvironment({ ...complete, LIMIT_ORDERS: wrong })
    expect(parse).toThrow('LIMIT_ORDERS is not a whole number above 0')
  }
  expect(() => parseEnvironment({ ...complete, TRUSTED_PROXIES: 'all' })).toThrow('TRUSTED_PROXIES')
})
