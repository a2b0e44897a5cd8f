import { expect, test } from 'vitest'
import { readArguments } from '@/scripts/payment/read-arguments'

const ORDER = 'TKO-1'

test('a refund is read with its amount and reason', () => {
  const args = ['refund', ORDER, '--amount', '4000', '--reason', 'broken cup', '--yes']
  expect(readArguments(args)).toEqual({
    verb: 'refund',
    orderId: ORDER,
    attempt: undefined,
    amount: 4_000,
    reason: 'broken cup',
    event: undefined,
    json: false,
    yes: true,
  })
})

test.each(['44.000', '44,000', '44000.00', '0', '-1', '1e3', '0x10', '', ' 5', '9999999999'])(
  'the amount %j is refused: it may mean something else',
  (amount) => {
    expect(() => readArguments(['refund', ORDER, `--amount=${amount}`])).toThrow(/^--amount/)
  },
)

test.each([[[]], [['show']], [['explode', ORDER]], [['show', ORDER, 'TKO-2']]])(
  '%j gets the usage',
  (args) => {
    expect(() => readArguments(args)).toThrow(/^Usage: npm run payment/)
  },
)

test('a reason that Midtrans would refuse is refused', () => {
  expect(() => readArguments(['refund', ORDER, '--reason', 'x'.repeat(256)])).toThrow(/255/)
})
