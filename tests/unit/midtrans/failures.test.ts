import { expect, test } from 'vitest'
import { classifyFailure, classifyStatusCode } from '@/lib/midtrans/result'

/** As `fetch` throws: a TypeError whose cause is the error of the socket. */
const fetchFailed = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })

test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])(
  'after %s nothing was sent',
  (code) => {
    expect(classifyFailure(fetchFailed(code))).toMatchObject({
      code: 'unreachable',
      effect: 'none',
      transient: true,
    })
  },
)

test('a refused connection is seen through when every address of a host was tried', () => {
  const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
  const failure = new TypeError('fetch failed', { cause: new AggregateError([refused, refused]) })
  expect(classifyFailure(failure).code).toBe('unreachable')
})

test.each(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'CERT_HAS_EXPIRED', 'UND_ERR_BODY_TIMEOUT'])(
  'after %s Midtrans may have acted',
  (code) => {
    expect(classifyFailure(fetchFailed(code))).toMatchObject({
      code: 'connection_lost',
      effect: 'unknown',
      transient: true,
    })
  },
)

test('a time limit is a timeout, however it is wrapped', () => {
  const timeout = new DOMException('timed out', 'TimeoutError')
  expect(classifyFailure(timeout).code).toBe('timeout')
  expect(classifyFailure(new TypeError('fetch failed', { cause: timeout })).code).toBe('timeout')
})

test.each([undefined, null, 'text', 42, {}])('%j thrown is a lost connection', (failure) => {
  expect(classifyFailure(failure).code).toBe('connection_lost')
})

test('only errors that surely had no effect and will not pass by themselves end a charge', () => {
  const codes = Array.from({ length: 600 }, (_, code) => String(code))
  const ending = codes.filter((code) => {
    const { effect, transient } = classifyStatusCode(code)
    return effect === 'none' && !transient
  })
  expect(ending).toEqual(['400', '401', '402', '404', '410', '412', '413', '414'])
})

test.each(['500', '501', '502', '503', '504', '505'])(
  'after %s Midtrans may have acted',
  (code) => {
    expect(classifyStatusCode(code)).toMatchObject({ code: 'gateway_error', effect: 'unknown' })
  },
)
