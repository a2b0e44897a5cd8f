import { basic, newOrderId } from '../support/client'
import { newMerchant } from '../support/merchant'
import { type Cases, change, order, orderWithFault } from './case'

const LINKED =
  'only an order of a linked GoPay account is refused so, and accounts are not linked here'

export const errors: Cases = {
  '400-gopay-account-id': { cannot: LINKED },
  '400-validation': {
    like: async (client) => {
      const custom_expiry = { expiry_duration: 1, unit: 'second' }
      return (await client.charge(newOrderId(), { custom_expiry })).body
    },
    differs: { order: 'other recorded refusals have the id last' },
  },
  '401-docs': {
    like: async (client) => {
      const headers = { Authorization: basic('invalid server key') }
      return (await client.post('/v2/charge', {}, headers)).body
    },
  },
  '401-unknown-key-2024-real': {
    like: async (client) => {
      const headers = { Authorization: basic('Mid-server-nobody') }
      return (await client.post('/v2/charge', {}, headers)).body
    },
  },
  '402-missing-gopay-setting': { cannot: 'a local merchant is never half set up' },
  '402-not-activated': {
    like: async (client) => {
      const merchant = await newMerchant(client, { inactive_channels: ['gopay'] })
      return (await merchant.charge(newOrderId())).body
    },
  },
  '404-cancel-2019-real': { like: (client) => change(client, newOrderId(), 'cancel') },
  '404-gopay-wallet': { cannot: LINKED },
  '404-status-2019-real': { like: async (client) => (await client.status(newOrderId())).body },
  '406-duplicate': {
    like: async (client) => (await client.charge(await order(client))).body,
  },
  '406-refund-duplicate': {
    like: async (client) => {
      const orderId = await order(client, {}, {})
      const refund = { refund_key: 'again', amount: 1000 }
      await change(client, orderId, 'refund', refund)
      return change(client, orderId, 'refund', refund)
    },
  },
  '410-gopay-user-blocked': { cannot: LINKED },
  '412-legacy': {
    like: async (client) => {
      const legacy = await newMerchant(client, { wording: 'legacy' })
      return change(legacy, await order(legacy), 'refund', {})
    },
  },
  '412-new': { like: async (client) => change(client, await order(client), 'refund', {}) },
  '413-malformed': { like: async (client) => (await client.post('/v2/charge', '{"a":')).body },
  '414-refund-amount': {
    like: async (client) =>
      change(client, await order(client, {}, {}), 'refund', { amount: 44_001 }),
  },
  '429-rate-limit': {
    like: async (client) => {
      const rate_limit = { requests: 0, seconds: 60 }
      return (await (await newMerchant(client, { rate_limit })).charge(newOrderId())).body
    },
  },
  '500-body': { cannot: 'the fault status_500 answers as the gateway does: see 500-gateway' },
  '500-gateway': { like: async (client) => (await client.post('/v2/charge', 'null')).body },
  '503-qr-code-2023-real': {
    like: async (client) => {
      const { body } = await orderWithFault(client, { on: 'qr', fault: 'status_503' })
      return (await client.get(`/v2/gopay/${body.transaction_id}/qr-code`)).body
    },
  },
}
