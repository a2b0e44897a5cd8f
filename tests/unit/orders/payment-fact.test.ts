import { describe, expect, test } from 'vitest'
import type { Transaction } from '@/lib/midtrans/transaction'
import { readFact, recordedBody } from '@/lib/orders/payment-fact'
import { notificationOf, SERVER_KEY } from '../../kit/notifications'

const ORDER = 'TKO-1-1'
const told = (status: string, fields: Record<string, unknown> = {}) =>
  notificationOf(
    { order_id: ORDER, gross_amount: '44000.00' },
    status,
    fields,
  ) as unknown as Transaction

const problemOf = (transaction: Transaction, expected = {}) =>
  readFact('notification', transaction, expected).problem

test('a settlement becomes a fact in the words of the shop', () => {
  const fact = readFact(
    'notification',
    told('settlement', { settlement_time: '2026-06-04 10:31:00' }),
    {},
  )
  expect(fact).toMatchObject({
    source: 'notification',
    midtransOrderId: ORDER,
    status: 'settlement',
    problem: undefined,
    grossAmount: '44000.00',
    paymentType: 'gopay',
    settledAt: new Date('2026-06-04T03:31:00Z'),
  })
})

test('a deadline is read under both of its names', () => {
  const time = new Date('2026-06-04T03:45:00Z')
  for (const name of ['expiry_time', 'expire_time']) {
    const fact = readFact('charge', told('pending', { [name]: '2026-06-04 10:45:00' }), {})
    expect(fact.expiresAt).toEqual(time)
  }
})

describe('a fact has a problem and is not applied', () => {
  test.each([
    ['status_code_differs', told('settlement', { status_code: '201' })],
    ['status_code_differs', told('settlement', { status_code: '202' })],
    ['status_code_differs', told('pending', { status_code: '200' })],
    ['status_code_differs', told('expire', { status_code: '407' })],
    ['status_code_differs', told('cancel', { status_code: '200' })],
    ['unknown_status', told('on_hold')],
    ['unknown_status', told('created')],
    ['currency_differs', told('settlement', { currency: 'USD' })],
    ['currency_differs', told('settlement', { currency: '' })],
    ['fraud_status', told('settlement', { fraud_status: 'challenge' })],
    ['fraud_status', told('capture', { fraud_status: 'deny' })],
    ['fraud_status', told('refund', { fraud_status: 'challenge' })],
    ['chargeback', told('chargeback')],
    ['chargeback', told('partial_chargeback')],
  ])('%s', (problem, transaction) => {
    expect(problemOf(transaction)).toBe(problem)
  })

  test('when it names another merchant, where one is configured', () => {
    expect(problemOf(told('settlement'), { merchantId: 'G1' })).toBe('merchant_differs')
    expect(problemOf(told('settlement'), { merchantId: 'G000000000' })).toBeUndefined()
    expect(problemOf(told('settlement'))).toBeUndefined()
  })

  test('when an answer is about another order than was asked about', () => {
    const fact = readFact('status', told('settlement'), { midtransOrderId: 'TKO-2-1' })
    expect(fact).toMatchObject({ problem: 'order_differs', midtransOrderId: 'TKO-2-1' })
  })
})

test('a denial may come with a fraud status that denies', () => {
  expect(problemOf(told('deny', { fraud_status: 'deny' }))).toBeUndefined()
})

test('an answer tells expire with 407 and cancel with 200, where a notification has 202', () => {
  for (const [status, code] of [
    ['expire', '407'],
    ['cancel', '200'],
    ['deny', '202'],
  ] as const) {
    expect(readFact('status', told(status, { status_code: code }), {}).problem).toBeUndefined()
  }
  expect(readFact('status', told('expire', { status_code: '202' }), {}).problem).toBe(
    'status_code_differs',
  )
})

test('bodies without currency, fraud status and merchant, as they were in 2016, are believed', () => {
  const old = told('settlement', {
    currency: undefined,
    fraud_status: undefined,
    merchant_id: undefined,
  })
  expect(problemOf(old, { merchantId: 'G1' })).toBeUndefined()
})

test('a gopay charge that was paid by scanning is no other payment', () => {
  const scanned = told('settlement', { payment_type: 'qris', issuer: 'dana', acquirer: 'gopay' })
  expect(readFact('notification', scanned, {})).toMatchObject({
    problem: undefined,
    paymentType: 'qris',
    issuer: 'dana',
  })
})

describe('what is kept of a body', () => {
  const body = recordedBody(
    told('settlement', {
      customer_details: { full_name: 'Budi', email: 'budi@example.com', phone: '+6281200000000' },
      nested: { signature_key: 'x', customer_details: 'y', kept: 1 },
    }),
  )

  test('has neither the signature nor personal data, wherever they stand', () => {
    expect(body).not.toMatch(/signature_key|customer_details|Budi|budi@|0812/)
    expect(body).not.toContain(SERVER_KEY)
    expect(JSON.parse(body)).toMatchObject({ nested: { kept: 1 }, gross_amount: '44000.00' })
  })
})
