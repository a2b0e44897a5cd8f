import { describe, expect, it } from 'vitest'
import { readFixture } from '../kit/fixtures'
import { chargeRequest, newOrderId } from './support/client'
import { runSandbox } from './support/setup'

const sandbox = runSandbox()

const AMOUNT_RANGE = 'transaction_details.gross_amount must be between 0.01 - 99999999999.00'
const ITEM_NAMES = {
  id: 'Id',
  brand: 'Brand',
  category: 'Category',
  merchant_name: 'Merchant name',
}
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
    ['an amount of 0', details('a', 0), AMOUNT_RANGE],
    ['a negative amount', details('a', -1), AMOUNT_RANGE],
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
    [
      'no duration',
      { custom_expiry: { unit: 'minute' } },
      'custom_expiry.expiry_duration is required',
    ],
    [
      'an order time of another form',
      expiry({ order_time: 'tomorrow' }),
      'custom_expiry.order_time is invalid',
    ],
    ['an unknown acquirer', { qris: { acquirer: 'nobody' } }, 'qris.acquirer is invalid'],
    [
      'a script as callback',
      { gopay: { callback_url: 'javascript:alert(1)' } },
      'gopay.callback_url is invalid',
    ],
    [
      'words instead of true or false',
      { gopay: { enable_callback: 'yes' } },
      'gopay.enable_callback is invalid',
    ],
    ['a number instead of gopay', { gopay: 7 }, 'gopay is invalid'],
    ['a number instead of qris', { qris: 7 }, 'qris is invalid'],
    ['a number instead of items', { item_details: 7 }, 'item_details is invalid'],
    ['a list instead of a customer', { customer_details: [] }, 'customer_details is invalid'],
    ['a number instead of a payment type', { payment_type: 7 }, 'payment_type is required'],
    ['an order id that is true', details(true, 1), `${id} is invalid`],
    ['an amount over the limit', details('a', 1e12), AMOUNT_RANGE],
    [
      'an item without a price',
      { item_details: [{ ...ITEM, price: undefined }] },
      'item_details Price is required',
    ],
    [
      'an item whose price has decimals',
      { item_details: [{ ...ITEM, price: 43999.5 }] },
      'item_details Price must be a whole number of rupiah',
    ],
    [
      'an item without a quantity',
      { item_details: [{ ...ITEM, quantity: undefined }] },
      'item_details Quantity is required',
    ],
    ...(['id', 'brand', 'category', 'merchant_name'] as const).map(
      (field): [string, object, string] => [
        `an item whose ${field} has 51 characters`,
        { item_details: [{ ...ITEM, [field]: 'x'.repeat(51) }] },
        `item_details ${ITEM_NAMES[field]} too long`,
      ],
    ),
    ...['first_name', 'last_name', 'email', 'phone'].map((field): [string, object, string] => [
      `a customer whose ${field} has 256 characters`,
      { customer_details: { [field]: 'x'.repeat(256) } },
      `customer_details.${field} too long`,
    ]),
    ...['billing_address', 'shipping_address'].flatMap((address) =>
      ['first_name', 'email', 'phone', 'address', 'city', 'postal_code'].map(
        (field): [string, object, string] => [
          `a ${address} whose ${field} has 256 characters`,
          { customer_details: { [address]: { [field]: 'x'.repeat(256) } } },
          `customer_details.${address}.${field} too long`,
        ],
      ),
    ),
    [
      'a country code of four letters',
      { customer_details: { billing_address: { country_code: 'INDO' } } },
      'customer_details.billing_address.country_code too long',
    ],
    ...[1, 2, 3].map((number): [string, object, string] => [
      `a custom field ${number} of 256 characters`,
      { [`custom_field${number}`]: 'x'.repeat(256) },
      `custom_field${number} too long`,
    ]),
    ['metadata that is a list', { metadata: [] }, 'metadata is invalid'],
  ])('answers %s with HTTP 400 and its message', async (_, more, message) => {
    const { http, body } = await sandbox.client.post(
      '/v2/charge',
      chargeRequest(newOrderId(), { ...more }),
    )
    expect(http).toBe(400)
    expect(body.validation_messages).toContain(message)
    expect(body).toMatchObject({
      status_code: '400',
      status_message: readFixture('errors', '400-validation').status_message,
    })
  })

  it('names every rule that a charge breaks, each once', async () => {
    const item = { ...ITEM, name: '' }
    const { body } = await sandbox.client.post('/v2/charge', {
      payment_type: 'beads',
      transaction_details: { gross_amount: 0 },
      item_details: [item, item],
    })
    expect(body.validation_messages).toEqual([
      'payment_type is not supported: beads',
      `${id} is required`,
      AMOUNT_RANGE,
      'item_details Name is required',
    ])
  })

  it('makes no transaction of a charge that it refuses', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId, { item_details: [{ ...ITEM, price: 1 }] })
    expect((await sandbox.client.status(orderId)).body.status_code).toBe('404')
  })

  it.each<[string, object]>([
    ['a numeric order id', details(Date.now(), 44000)],
    ['an amount in digits', details(newOrderId(), '44000')],
    ['an order id of 50 characters', details(newOrderId().padEnd(50, 'x'), 44000)],
    [
      'prices and quantities in digits',
      { item_details: [{ ...ITEM, price: '22000', quantity: '2' }] },
    ],
    ['an item id that is a number', { item_details: [{ ...ITEM, id: 7 }] }],
    ['true as text', { gopay: { enable_callback: 'true', callback_url: 'someapps://callback' } }],
    ['20 seconds to pay', expiry({ expiry_duration: 20, unit: 'second' })],
    ['a duration without a unit', expiry({ unit: undefined })],
    ['an acquirer of another payment type', { qris: { acquirer: 'airpay shopee' } }],
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
})
