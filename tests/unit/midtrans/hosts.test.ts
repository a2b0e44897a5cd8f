import { describe, expect, test } from 'vitest'
import { allowedSources, allowImageUrl, allowUrl, apiUrls } from '@/lib/midtrans/hosts'

const local = allowedSources('local', 'http://localhost:4000')
const sandbox = allowedSources('sandbox', apiUrls.sandbox)
const production = allowedSources('production', apiUrls.production)

const QR = '/v2/gopay/231c79c5-e39e-4993-86da-cadcaee56c1d/qr-code'

describe('an image address', () => {
  test('is allowed at the API of the environment, under its old name too', () => {
    expect(allowImageUrl(apiUrls.sandbox + QR, sandbox.images)).toBe(apiUrls.sandbox + QR)
    const former = `https://api.sandbox.veritrans.co.id${QR}`
    expect(allowImageUrl(former, sandbox.images)).toBe(apiUrls.sandbox + QR)
    expect(allowImageUrl(former, production.images)).toBeUndefined()
    expect(
      allowImageUrl(`${former.slice(0, 35)}.evil.example${QR}`, sandbox.images),
    ).toBeUndefined()
    expect(allowUrl(apiUrls.production + QR, production.images)).toBe(apiUrls.production + QR)
    expect(allowUrl(`http://localhost:4000${QR}`, local.images)).toBeDefined()
  })

  test("is not allowed at another environment's API", () => {
    expect(allowUrl(apiUrls.sandbox + QR, production.images)).toBeUndefined()
    expect(allowUrl(apiUrls.production + QR, sandbox.images)).toBeUndefined()
    expect(allowUrl(apiUrls.sandbox + QR, local.images)).toBeUndefined()
  })

  test('is not allowed at another port, or without the encryption, of the same host', () => {
    expect(allowUrl(`http://localhost:4001${QR}`, local.images)).toBeUndefined()
    expect(allowUrl(`http://api.sandbox.midtrans.com${QR}`, sandbox.images)).toBeUndefined()
    expect(allowUrl(`https://api.sandbox.midtrans.com:8443${QR}`, sandbox.images)).toBeUndefined()
  })
})

describe('a deeplink', () => {
  test('of the sandbox is the web simulator', () => {
    const simulator = 'https://simulator.sandbox.midtrans.com/gopay/partner/app/payment-pin?id=1'
    expect(allowUrl(simulator, sandbox.deeplinks)).toBe(simulator)
    expect(allowUrl(simulator, production.deeplinks)).toBeUndefined()
  })

  test.each([
    'gojek://gopay/merchanttransfer?tref=1&amount=1&activity=GP:RR',
    'gopay://merchanttransfer?tref=1',
    'https://gojek.link/gopay/merchanttransfer?tref=1',
    'https://gopay.co.id/app/merchanttransfer?tref=1',
    'https://app.gopay.co.id/merchanttransfer?tref=1',
    'https://gojek.page.link/x',
    'https://gopayapp.page.link/x',
  ])('%s opens the wallet in production, and nowhere else', (url) => {
    expect(allowUrl(url, production.deeplinks)).toBe(url)
    expect(allowUrl(url, sandbox.deeplinks)).toBeUndefined()
    expect(allowUrl(url, local.deeplinks)).toBeUndefined()
  })
})

describe('no environment allows', () => {
  test.each([
    'https://api.sandbox.midtrans.com.evil.com/v2/x',
    'https://api.sandbox.midtrans.com@evil.com/v2/x',
    'https://user@api.sandbox.midtrans.com/v2/x',
    'https://user:secret@simulator.sandbox.midtrans.com/x',
    'https://evil.com/https://api.sandbox.midtrans.com/',
    'https://evil.com#@api.midtrans.com',
    'https://evilgopay.co.id/x',
    'https://gopay.co.id.evil.com/x',
    'https://app.gopay.co.id:8443/x',
    'http://app.gopay.co.id/x',
    'https://xgojek.link/x',
    '//api.sandbox.midtrans.com/x',
    '/v2/gopay/1/qr-code',
    'javascript:alert(1)',
    'JavaScript:alert(1)//https://api.midtrans.com',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'intent://x#Intent;scheme=gojek;end',
    'blob:https://simulator.sandbox.midtrans.com/5c2c3a1e',
    'blob:https://api.midtrans.com/5c2c3a1e',
    ' https://api.sandbox.midtrans.com/x',
    'https://api.sandbox.midtrans.com/x\r\nSet-Cookie: a=b',
    'gojekx://x',
    'null',
    '',
  ])('%j', (url) => {
    for (const sources of [local, sandbox, production]) {
      expect(allowUrl(url, sources.images)).toBeUndefined()
      expect(allowUrl(url, sources.deeplinks)).toBeUndefined()
    }
  })

  test('an address that is not there', () => {
    expect(allowUrl(undefined, sandbox.images)).toBeUndefined()
  })
})

test('a configured API address is allowed in place of its default', () => {
  const elsewhere = allowedSources('local', 'http://192.168.1.7:4100/')
  expect(allowUrl(`http://192.168.1.7:4100${QR}`, elsewhere.images)).toBeDefined()
  expect(allowUrl(`http://localhost:4000${QR}`, elsewhere.images)).toBeUndefined()
})
