import { newOrderId } from '../support/client'
import { newMerchant } from '../support/merchant'
import {
  CARD,
  type Case,
  type Cases,
  change,
  later,
  ORDERED,
  OTHER_TYPE,
  ofCards,
  order,
  orderWithFault,
  QRIS,
  TRANSFER,
} from './case'

const charge =
  (more = {}): Extract<Case, { like: unknown }>['like'] =>
  async (client) =>
    (await client.charge(newOrderId(), more)).body

const CALLBACK = { gopay: { enable_callback: true, callback_url: 'someapps://callback' } }

const OLD = 'of 2017'
const DIFFERS_2019 = {
  ...later('merchant_id', 'expiry_time'),
  'word status_message': 'GoPay was written GO-PAY',
  'word actions.deeplink-redirect.url': 'the simulator’s page had another address',
}
const REFUND = later(
  'merchant_id',
  'currency',
  'fraud_status',
  'refund_chargeback_uuid',
  'settlement_time',
)

export const answers: Cases = {
  'cancel-permata-2019-real': {
    like: async (client) => change(client, await order(client, TRANSFER('permata')), 'cancel'),
    differs: later('merchant_id'),
  },
  'cancel-qris-2023-real': {
    like: async (client) => change(client, await order(client, QRIS), 'cancel'),
  },
  'charge-gopay-2017-docs-production': {
    like: async (client) => charge(CALLBACK)(await newMerchant(client, { qr_code_v2: true })),
    differs: {
      ...later('merchant_id', 'fraud_status', 'expiry_time'),
      ...ORDERED,
      'missing channel_response_code': OLD,
      'missing channel_response_message': OLD,
      'missing actions.cancel.fields': OLD,
      'word status_message': OLD,
      'word actions.generate-qr-code-v2.url': 'the page has a slash too many',
      'word actions.deeplink-redirect.url':
        'a link into the app: the sandbox opens its own wallet page',
    },
  },
  'charge-gopay-2019-docs-callback': { like: charge(CALLBACK), differs: DIFFERS_2019 },
  'charge-gopay-2019-real': { like: charge(), differs: DIFFERS_2019 },
  'charge-gopay-2022-deny-202-docs': {
    like: async (client) => (await orderWithFault(client, { on: 'charge', fault: 'deny' })).body,
    differs: {
      'word channel_response_code': 'the wallet’s reason is another one',
      'word channel_response_message': 'the wallet’s reason is another one',
    },
  },
  'charge-gopay-2024-real': { like: charge() },
  'charge-permata-2016-real': {
    like: charge(TRANSFER('permata')),
    differs: later('merchant_id', 'currency', 'expiry_time'),
  },
  'charge-permata-2019-real': {
    like: charge(TRANSFER('permata')),
    differs: later('merchant_id', 'expiry_time'),
  },
  'charge-qris-2021-real': { like: charge(QRIS), differs: later('expiry_time') },
  'charge-qris-docs-v2-action': {
    like: async (client) => charge(QRIS)(await newMerchant(client, { qr_code_v2: true })),
    differs: {
      ...later('expiry_time'),
      ...ORDERED,
      'extra qr_string': 'every recorded answer has it',
    },
  },
  'expire-2015-real': {
    like: async (client) => {
      const legacy = await newMerchant(client, { wording: 'legacy' })
      return change(legacy, await order(legacy, TRANSFER('permata')), 'expire')
    },
    differs: { ...later('merchant_id', 'currency', 'fraud_status'), ...ORDERED },
  },
  'refund-docs-direct-denied': {
    like: async (client) => {
      const fault = { on: 'refund', fault: 'refund_denied' }
      const { orderId } = await orderWithFault(client, fault)
      await client.post(`/_sandbox/transactions/${orderId}/pay`)
      return change(client, orderId, 'refund/online/direct', { amount: 44_000 })
    },
    differs: { ...REFUND, ...OTHER_TYPE },
  },
  'refund-docs-direct-success': {
    like: async (client) => change(client, await order(client, {}, {}), 'refund/online/direct', {}),
    differs: { ...REFUND, ...OTHER_TYPE },
  },
  'refund-docs-success-full': {
    like: async (client) => change(client, await order(client, {}, {}), 'refund', {}),
    differs: { ...REFUND, ...ORDERED, ...OTHER_TYPE },
  },
  'refund-docs-success-partial': {
    like: async (client) => change(client, await order(client, {}, {}), 'refund', { amount: 5000 }),
    differs: { ...REFUND, ...ORDERED, ...OTHER_TYPE },
  },
  'refund-ruby-2021-real-offline': {
    like: async (client) => change(client, await order(client, {}, {}), 'refund', { amount: 2000 }),
    differs: {
      ...ofCards('bank', 'approval_code', 'masked_card'),
      ...OTHER_TYPE,
      'word status_message': 'was a refund offline, of a card',
    },
  },
  'status-card-settlement-docs': { cannot: CARD },
  'status-dana-2024-settlement-docs': {
    like: async (client) => (await client.status(await order(client, {}, {}))).body,
    differs: { ...OTHER_TYPE, 'format transaction_id': 'DANA has ids of another form' },
  },
  'status-gopay-2020-expire-real': {
    like: async (client) => {
      const orderId = await order(client)
      await change(client, orderId, 'expire')
      return (await client.status(orderId)).body
    },
    differs: { ...later('expiry_time'), ...ORDERED },
  },
  'status-permata-2016-real': {
    like: async (client) => (await client.status(await order(client, TRANSFER('permata')))).body,
    differs: { ...later('merchant_id', 'currency', 'expiry_time'), ...ORDERED },
  },
}

export const parts: Cases = {
  'status-refunds-docs': {
    like: async (client) => {
      const orderId = await order(client, {}, {})
      for (const amount of [10_000, 15_000]) await change(client, orderId, 'refund', { amount })
      await client.advance(60, orderId)
      const { refunds, refund_amount } = (await client.status(orderId)).body
      return { refunds, refund_amount }
    },
  },
}
