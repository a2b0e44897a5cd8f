import { describe, expect, test } from 'vitest'
import { readNotification } from '@/lib/midtrans/notification'
import { readFact } from '@/lib/orders/payment-fact'
import { fixtureNames, readFixture } from '../../kit/fixtures'
import { SERVER_KEY } from '../../kit/notifications'

function factOf(name: string, merchantId?: string) {
  const result = readNotification(JSON.stringify(readFixture('notifications', name)), SERVER_KEY)
  if (!result.ok) throw new Error(result.error)
  return readFact('notification', result.notification, { merchantId })
}

describe.each(fixtureNames('notifications'))('%s', (name) => {
  const body = readFixture('notifications', name)

  test('is read as a fact without a problem', () => {
    expect(factOf(name)).toMatchObject({
      problem: undefined,
      midtransOrderId: body.order_id,
      transactionId: body.transaction_id,
      status: body.transaction_status,
      grossAmount: body.gross_amount,
      paymentType: body.payment_type,
    })
  })

  test('is refused when its status word is exchanged for one of another code', () => {
    const other = body.status_code === '200' ? 'pending' : 'settlement'
    const text = JSON.stringify({ ...body, transaction_status: other })
    const result = readNotification(text, SERVER_KEY)
    // The signature does not cover the word, so it holds; the pair of word and code does not.
    expect(result.ok && readFact('notification', result.notification, {}).problem).toBe(
      'status_code_differs',
    )
  })

  test('is refused when it names another merchant than ours', () => {
    const expected = body.merchant_id === undefined ? undefined : 'merchant_differs'
    expect(factOf(name, 'G123').problem).toBe(expected)
  })
})

test.each([
  ['gopay-2024-settlement-real', 'settledAt', '2024-04-30T09:11:28.000Z'],
  ['qris-2023-expire-real', 'expiresAt', '2023-01-17T02:07:33.000Z'],
])('%s has its time in UTC+7', (name, field, time) => {
  expect(factOf(name)).toHaveProperty(field, new Date(time))
})

test('a QRIS settlement says with which wallet it was paid', () => {
  expect(factOf('qris-2021-settlement-real')).toMatchObject({ issuer: 'gopay', acquirer: 'gopay' })
})

test('both notifications of one partial refund tell the same running total', () => {
  const [first, second] = [
    'card-partial-refund-docs-1',
    'card-partial-refund-docs-2-confirmed',
  ].map((name) => factOf(name).refunded)
  expect(first).toBeGreaterThan(0)
  expect(second).toBe(first)
})
