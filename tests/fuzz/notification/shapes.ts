import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import type { NotificationBody } from '../../kit/notifications'
import {
  BAD_SIGNATURE,
  type Case,
  caseOf,
  MARKED,
  NO_NEWS,
  NOT_JSON,
  type Target,
  TOO_LARGE,
  WRONG_SHAPE,
} from './case'
import { honest } from './forgeries'

const LIMIT = 64 * 1024
const signedFields = ['order_id', 'status_code', 'gross_amount', 'signature_key'] as const
const required = [...signedFields, 'transaction_id', 'payment_type', 'transaction_status'] as const
const optional = ['fraud_status', 'merchant_id', 'currency', 'transaction_time'] as const

/** No text at all, of any depth. */
const notTextArbitrary = fc.jsonValue({ maxDepth: 3 }).filter((value) => typeof value !== 'string')

function without(body: NotificationBody, field: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== field))
}

/** The JSON text of a body with one more field, whose value is this very text. */
function withField(body: object, name: string, value: string): string {
  // Not by replace(): a generated "$`" would mean something to it.
  return `${JSON.stringify(body).slice(0, -1)},${JSON.stringify(name)}:${value}}`
}

/** What is no JSON, or no object, or not encoded as it should be. */
export function garbageArbitrary(target: Target): fc.Arbitrary<Case> {
  const whole = Buffer.from(JSON.stringify(honest(target, 'settlement')))
  const isJson = (text: string) => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }
  return fc.oneof(
    fc
      .string({ unit: 'binary', maxLength: 200 })
      .filter((text) => !isJson(text))
      .map((text) => caseOf('text', text, NOT_JSON)),
    fc
      .uint8Array({ maxLength: 300 })
      .map((bytes) => Buffer.from(bytes))
      .filter((bytes) => !isJson(bytes.toString('utf8')))
      .map((bytes) => caseOf('bytes', bytes, NOT_JSON)),
    fc.nat(whole.length - 1).map((end) => caseOf('cut off', whole.subarray(0, end), NOT_JSON)),
    fc
      .jsonValue({ maxDepth: 5 })
      .map((value) => caseOf('other JSON', JSON.stringify(value), WRONG_SHAPE)),
    fc.constant(caseOf('zipped', gzipSync(whole), NOT_JSON)),
    fc.constant(caseOf('UTF-16', Buffer.from(whole.toString(), 'utf16le'), NOT_JSON)),
    fc.constant(caseOf('byte order mark', Buffer.concat([Buffer.from('\ufeff'), whole]), NOT_JSON)),
    fc.constant(caseOf('a list', `[${whole}]`, WRONG_SHAPE)),
    fc.constant(caseOf('twice', `${whole}${whole}`, NOT_JSON)),
    fc.constant(caseOf('JSON in JSON', JSON.stringify(String(whole)), WRONG_SHAPE)),
  )
}

/** A notification with a field of the wrong type, without one, or with one under another name. */
export function misshapenArbitrary(target: Target): fc.Arbitrary<Case> {
  const body = honest(target, 'settlement')
  return fc.oneof(
    fc
      .tuple(fc.constantFrom(...required, ...optional), notTextArbitrary)
      .filter(
        // Midtrans's answers write the code as a number; zod would take any value for it there.
        ([field, value]) => value !== undefined && field.length > 0,
      )
      .map(([field, value]) => caseOf('wrong type', { ...body, [field]: value }, WRONG_SHAPE)),
    fc
      .constantFrom(...required)
      .map((field) => caseOf('missing', without(body, field), WRONG_SHAPE)),
    fc
      .constantFrom(...required)
      .map((field) =>
        caseOf(
          'renamed',
          { ...without(body, field), [field.toUpperCase()]: body[field] },
          WRONG_SHAPE,
        ),
      ),
    fc
      .constantFrom(...required, ...optional)
      .map((field) =>
        caseOf('NUL', { ...body, [field]: `${String(body[field])}\0` }, [
          ...WRONG_SHAPE,
          ...BAD_SIGNATURE,
        ]),
      ),
    fc
      .constantFrom('transaction_id', 'payment_type', 'issuer', 'transaction_time')
      .map((field) => caseOf('too long', { ...body, [field]: 'x'.repeat(1_025) }, WRONG_SHAPE)),
    fc
      .constantFrom('1e9', '-1', '1.000', '٤٤٠٠٠', 'NaN', '0x10', ' 1', '1e400', '1'.repeat(16))
      .map((gross_amount) => caseOf('odd amount', { ...body, gross_amount }, WRONG_SHAPE)),
    fc
      .constantFrom('', '20', '2000', 'OK ', '２００')
      .map((status_code) => caseOf('odd code', { ...body, status_code }, WRONG_SHAPE)),
  )
}

/** Text that JSON allows and that programs stumble over. Where it is signed it says nothing new. */
export function trickyArbitrary(target: Target): fc.Arbitrary<Case> {
  const noNews = honest(target, 'pending')
  const odd = fc.constantFrom(
    ...['1e400', '-1e400', '9'.repeat(400), '0.1e-400', '"\\ud800"', '"\\u0000"'],
  )
  return fc.oneof(
    odd.map((value) => caseOf('odd value', withField(noNews, 'new_field', value), NO_NEWS)),
    fc
      .jsonValue({ maxDepth: 4 })
      .map((value) =>
        caseOf('new field', withField(noNews, 'new_field', JSON.stringify(value)), NO_NEWS),
      ),
    fc
      .constantFrom('{"issuer":"x"}', '{"refunded":1}', 'null', '[]', '{"toString":1}')
      .chain((value) =>
        fc
          .constantFrom('__proto__', 'constructor', 'prototype')
          .map((name) => caseOf('prototype', withField(noNews, name, value), NO_NEWS)),
      ),
    fc
      .integer({ min: 17, max: 8_000 })
      .chain((depth) =>
        fc
          .constantFrom(['[', ']'], ['{"a":', '}'])
          .map(([open = '', close = '']) =>
            caseOf(
              'deep',
              withField(noNews, 'x', `${open.repeat(depth)}1${close.repeat(depth)}`),
              WRONG_SHAPE,
            ),
          ),
      ),
    // The last of two counts: signed as one amount, saying another.
    fc
      .integer({ min: 0, max: 9_999 })
      .map((rupiah) =>
        caseOf(
          'amount twice',
          withField(honest(target, 'settlement'), 'gross_amount', `"${rupiah}.0"`),
          BAD_SIGNATURE,
        ),
      ),
    fc
      .constantFrom('settlement', 'capture', 'expire', 'cancel')
      .map((word) =>
        caseOf('status twice', withField(noNews, 'transaction_status', `"${word}"`), MARKED),
      ),
    fc
      .constantFrom(0x80, 0xc0, 0xfe, 0xff)
      .map((byte) =>
        caseOf('bad UTF-8', inField(honest(target, 'settlement'), 'order_id', byte), BAD_SIGNATURE),
      ),
    fc
      .constantFrom('text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'x')
      .map((type) => ({
        ...caseOf('content type', noNews, NO_NEWS),
        headers: { 'Content-Type': type, 'Content-Encoding': 'identity' },
      })),
    fc
      .integer({ min: 1, max: 20_000 })
      .map((more) =>
        caseOf('too large', withField(noNews, 'x', `"${'x'.repeat(LIMIT + more)}"`), TOO_LARGE),
      ),
  )
}

/** The body with a byte that is no UTF-8 at the end of one of its texts. */
function inField(body: NotificationBody, field: string, byte: number): Buffer {
  const [before = '', after = ''] = JSON.stringify({
    ...body,
    [field]: `${String(body[field])}\0`,
  }).split('\\u0000')
  return Buffer.concat([Buffer.from(before), Buffer.from([byte]), Buffer.from(after)])
}
