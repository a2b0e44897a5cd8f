import { describe, expect, test } from 'vitest'
import { readNotification } from '@/lib/midtrans/notification'
import { notificationOf, SERVER_KEY, sign } from '../../kit/notifications'

const transaction = { order_id: 'TKO-1-1', gross_amount: '44000.00' }
const settlement = notificationOf(transaction, 'settlement')

const read = (body: unknown) => readNotification(JSON.stringify(body), SERVER_KEY)
const errorOf = (body: unknown) => {
  const result = read(body)
  return result.ok ? 'none' : result.error
}

test('a signed notification is read without its signature', () => {
  const result = read(settlement)
  expect(result.ok && result.notification.transaction_status).toBe('settlement')
  expect(JSON.stringify(result)).not.toContain(settlement.signature_key)
})

test('fields that nobody has heard of are kept', () => {
  const result = read(sign({ ...settlement, promo: { code: 'BARU' }, points: 3 }))
  expect(result.ok && result.notification).toMatchObject({ promo: { code: 'BARU' }, points: 3 })
})

test.each(['', ' ', 'null', 'order_id=1', '{"order_id":', '<html>', '\u0000', '{'.repeat(60_000)])(
  'a body that is not a JSON object is refused: %j',
  (body) => {
    const result = readNotification(body.slice(0, 60_000), SERVER_KEY)
    expect(result).toMatchObject({ ok: false })
    if (!result.ok) expect(['not_json', 'wrong_shape']).toContain(result.error)
  },
)

test.each([[[]], [[settlement]], ['text'], [42], [true], [null]])(
  'JSON that is not an object has the wrong shape: %j',
  (body) => expect(errorOf(body)).toBe('wrong_shape'),
)

describe('the wrong shape', () => {
  test.each([
    'order_id',
    'status_code',
    'gross_amount',
    'signature_key',
    'transaction_id',
    'transaction_status',
    'payment_type',
  ])('is a body without %s', (field) => {
    const { [field]: _, ...rest } = settlement
    expect(errorOf(rest)).toBe('wrong_shape')
  })

  test.each([
    ['a number for the amount', { gross_amount: 44000 }],
    ['a number for the status code', { status_code: 200 }],
    ['a number for the order id', { order_id: 1 }],
    ['an empty order id', { order_id: '' }],
    ['an order id of 256 characters', { order_id: 'A'.repeat(256) }],
    ['an object for the status', { transaction_status: { settlement: true } }],
    ['a status code of four digits', { status_code: '2000' }],
    ['a status code of two digits', { status_code: '20' }],
    ['a negative amount', { gross_amount: '-44000.00' }],
    ['an amount in exponents', { gross_amount: '4.4e4' }],
    ['an amount with thousands separators', { gross_amount: '44,000.00' }],
    ['a NUL character in the transaction id', { transaction_id: 'a\u0000b' }],
    ['a status message of two thousand characters', { status_message: 'x'.repeat(2000) }],
  ])('is %s', (_, fields) => {
    expect(errorOf(sign({ ...settlement, ...fields } as typeof settlement))).toBe('wrong_shape')
  })

  test('is a signature that is not text', () => {
    expect(errorOf({ ...settlement, signature_key: [settlement.signature_key] })).toBe(
      'wrong_shape',
    )
  })
})

describe('a bad signature', () => {
  test('is one made with another key', () => {
    expect(errorOf(sign(settlement, 'SB-Mid-server-other'))).toBe('bad_signature')
  })

  test('is the server key itself', () => {
    expect(errorOf({ ...settlement, signature_key: SERVER_KEY })).toBe('bad_signature')
  })

  test("is anything unsigned, the dashboard's test notification included", () => {
    const order_id = 'payment_notif_test_G000000000_3fa85f64-5717-4562-b3fc-2c963f66afa6'
    const body = { ...notificationOf({ ...transaction, order_id }, 'settlement') }
    expect(errorOf(body)).toBe('none')
    expect(errorOf({ ...body, signature_key: '0'.repeat(128) })).toBe('bad_signature')
  })

  test('is one whose amount was changed after signing, be it only in how it is written', () => {
    expect(errorOf({ ...settlement, gross_amount: '44000' })).toBe('bad_signature')
    expect(errorOf({ ...settlement, gross_amount: '44000.0' })).toBe('bad_signature')
  })
})

test('of a key that comes twice, the value that was parsed is the one that is verified', () => {
  const text = JSON.stringify(settlement).replace(/}$/, ',"gross_amount":"1.00"}')
  expect(readNotification(text, SERVER_KEY)).toMatchObject({ ok: false, error: 'bad_signature' })
})

test('a __proto__ field changes nothing about the notification', () => {
  const text = JSON.stringify(settlement).replace(/^{/, '{"__proto__":{"fraud_status":"deny"},')
  const result = readNotification(text, SERVER_KEY)
  expect(result.ok && result.notification.fraud_status).toBe('accept')
  expect(Object.prototype).not.toHaveProperty('fraud_status')
})
