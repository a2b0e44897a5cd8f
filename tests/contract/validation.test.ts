import { describe, expect, it } from 'vitest'
import { chargeRequest, newOrderId } from './support/client'
import { readFixture } from './support/fixture'
import { runSandbox } from './support/setup'

const sandbox = runSandbox()

const ITEM = { id: 'a', name: 'Kopi', price: 44000, quantity: 1 }
const details = (order_id: unknown, gross_amount: unknown) => ({
  transaction_details: { order_id, gross_amount },
})
const expiry = (more: object) => ({ custom_expiry: { expiry_duration: 5, ...more } })

describe('validation', () => {
  const id = 'transaction_details.order_id'
  const amount = 'transaction_details.gross_amount'
  it.each<[string, object, string]>([
    ['no order id', { transaction_details: { gross_amount: 1 } }, `${id} is required`],
    ['an order id of 51 characters', details('x'.repeat(51), 1), `${id} too long`],
    ['an order id with a space', details('a b', 1), `${id} contains unsupported characters`],
    ['no amount', { transaction_details: { order_id: 'a' } }, `${amount} is required`],
    ['an amount of 0', details('a', 0), `${amount} must be between 0.01 - 99999999999.00`],
    ['a negative amount', details('a', -1), `${amount} must be between 0.01 - 99999999999.00`],
    ['an amount with decimals', details('a', 39.1), `${amount} must be a whole number of rupiah`],
    ['an amount in words', details('a', 'ten'), `${amount} is not a number`],
    ['no transaction details', { transaction_details: null }, 'transaction_details is required'],
    ['an unknown payment type', { payment_type: 'beads' }, 'payment_type is not supported: beads'],
    ['no payment type', { payment_type: undefined }, 'payment_type is required'],
    [
      'items that do not add up',
      { item_details: [{ ...ITEM, price: 43999 }] },
      `${amount} is not equal to the sum of item_details`,
    ],
    [
      'an item without a name',
      { item_details: [{ ...ITEM, name: undefined }] },
      'item_details Name is required',
    ],
    [
      'an item name of 51 characters',
      { item_details: [{ ...ITEM, name: 'x'.repeat(51) }] },
      'item_details Name too long',
    ],
    [
      'a quantity of 0',
      { item_details: [{ ...ITEM, quantity: 0 }] },
      'item_details Quantity must be greater than or equal to 1',
    ],
    [
      'a first name of 256 characters',
      { customer_details: { first_name: 'x'.repeat(256) } },
      'customer_details.first_name too long',
    ],
    [
      '19 seconds to pay',
      expiry({ expiry_duration: 19, unit: 'second' }),
      'custom_expiry is below minimum threshold',
    ],
    [
      'a deadline in the past',
      expiry({ order_time: '2020-01-01 00:00:00 +0700' }),
      'custom_expiry is below minimum threshold',
    ],
    ['an unknown unit', expiry({ unit: 'moon' }), 'custom_expiry.unit is invalid'],
    ['an unknown acquirer', { qris: { acquirer: 'nobody' } }, 'qris.acquirer is invalid'],
    [
      'a script as callback',
      { gopay: { callback_url: 'javascript:alert(1)' } },
      'gopay.callback_url is invalid',
    ],
  ])('answers %s with HTTP 400 and its message', async (_, more, message) => {
    const { http, body } = await sandbox.client.post(
      '/v2/charge',
      chargeRequest(newOrderId(), { ...more }),
    )
    expect(http).toBe(400)
    expect(body.validation_messages).toContain(message)
    expect(body).toMatchObject({
      status_code: '400',
      status_message: readFixture('error-400-validation').status_message,
    })
  })

  it.each<[string, object]>([
    ['a numeric order id', details(Date.now(), 44000)],
    ['an amount in digits', details(newOrderId(), '44000')],
    ['an order id with every allowed symbol', details(`A-_~.${Date.now()}`, 44000)],
    [
      'a discount as a negative item',
      {
        item_details: [
          { ...ITEM, price: 50000 },
          { ...ITEM, price: -6000 },
        ],
      },
    ],
    ['fields that it does not know', { nonsense: { a: 1 }, gopay: { unheard_of: true } }],
    [
      'optional fields that are null',
      { item_details: null, customer_details: null, gopay: null, custom_expiry: null },
    ],
    ['100 million rupiah', details(newOrderId(), 100_000_000)],
  ])('accepts %s', async (_, more) => {
    const { body } = await sandbox.client.post(
      '/v2/charge',
      chargeRequest(newOrderId(), { ...more }),
    )
    expect(body.status_code).toBe('201')
  })

  it.each([
    ['gopay', undefined, 7],
    ['qris', 'airpay shopee', 5],
  ])('trims a month for %s to what its acquirer allows', async (payment_type, acquirer, days) => {
    const { body } = await sandbox.client.charge(newOrderId(), {
      payment_type,
      ...(acquirer && { qris: { acquirer } }),
      custom_expiry: { expiry_duration: 30, unit: 'day' },
    })
    const life = Date.parse(String(body.expiry_time)) - Date.parse(String(body.transaction_time))
    expect(life).toBe(days * 24 * 3600 * 1000)
  })
})
