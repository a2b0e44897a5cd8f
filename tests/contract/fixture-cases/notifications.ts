import {
  CARD,
  type Case,
  type Cases,
  change,
  later,
  notified,
  ORDERED,
  OTHER_TYPE,
  ofCards,
  order,
  QRIS,
  TRANSFER,
} from './case'

const SNAP = 'written by the vendor for handlers of Snap, not recorded'
const OTHER = 'a payment type that is not active here'
const paid = (more = {}, by = {}): Extract<Case, { like: unknown }>['like'] => {
  return async (client) => notified(client, await order(client, more, by))
}

const PAID_ONLY = 'other recorded notifications have it only once the order is paid'
const SHOPEE = 'the sample mixes two acquirers: its reference fields are of ShopeePay'
const OF_2016 = {
  ...later('merchant_id', 'fraud_status', 'expiry_time', 'currency'),
  ...ORDERED,
}
const REFUND = {
  ...ofCards('masked_card', 'approval_code', 'bank', 'card_type'),
  ...ofCards('channel_response_code', 'channel_response_message'),
  ...later('settlement_time', 'merchant_id', 'expiry_time', 'currency'),
  ...later('refunds[0].refund_chargeback_uuid', 'refunds[1].refund_chargeback_uuid'),
  ...ORDERED,
  ...OTHER_TYPE,
  'word refunds[1].refund_method': 'a wallet’s refund is never offline',
}

export const notifications: Cases = {
  'akulaku-settlement-docs': { cannot: OTHER },
  'alfamart-settlement-docs': { cannot: OTHER },
  'bca-klikpay-settlement-docs': { cannot: OTHER },
  'bca-va-settlement-docs': { like: paid(TRANSFER('bca')), differs: later('expiry_time') },
  'bni-va-settlement-docs': { like: paid(TRANSFER('bni')), differs: later('expiry_time') },
  'bri-epay-settlement-docs': { cannot: OTHER },
  'bri-va-settlement-docs': { like: paid(TRANSFER('bri')), differs: later('expiry_time') },
  'card-cancel-docs': { cannot: CARD },
  'card-capture-docs': { cannot: CARD },
  'card-partial-refund-docs-1': {
    like: async (client) => {
      const orderId = await order(client, {}, {})
      for (const amount of [5000, 7000]) await change(client, orderId, 'refund', { amount })
      return notified(client, orderId)
    },
    differs: REFUND,
  },
  'card-partial-refund-docs-2-confirmed': {
    like: async (client) => {
      const orderId = await order(client, {}, {})
      for (const amount of [5000, 7000]) await change(client, orderId, 'refund', { amount })
      await client.advance(60, orderId)
      return notified(client, orderId)
    },
    differs: REFUND,
  },
  'cimb-clicks-settlement-docs': { cannot: OTHER },
  'danamon-online-settlement-docs': { cannot: OTHER },
  'gopay-2016-expire-docs': {
    like: async (client) => {
      const orderId = await order(client)
      await change(client, orderId, 'expire')
      return notified(client, orderId)
    },
    differs: OF_2016,
  },
  'gopay-2016-pending-docs': {
    like: async (client) => notified(client, await order(client)),
    differs: OF_2016,
  },
  'gopay-2016-settlement-docs': {
    like: paid(),
    differs: {
      ...OF_2016,
      ...later('settlement_time'),
      'missing payment_option_type': 'documented, but absent in what was recorded in 2024',
    },
  },
  'gopay-2021-settlement-docs': { like: paid(), differs: later('expiry_time') },
  'gopay-2024-pending-real': { like: async (client) => notified(client, await order(client)) },
  'gopay-2024-settlement-real': { like: paid() },
  'indomaret-settlement-docs': { cannot: OTHER },
  'klikbca-settlement-docs': { cannot: OTHER },
  'mandiri-bill-settlement-docs': { cannot: OTHER },
  'permata-va-settlement-docs': { like: paid(TRANSFER('permata')), differs: later('expiry_time') },
  'qris-2020-expire-docs': {
    like: async (client) => {
      const orderId = await order(client, QRIS)
      await change(client, orderId, 'expire')
      return notified(client, orderId)
    },
    differs: later('expiry_time'),
  },
  'qris-2020-pending-docs': {
    like: async (client) => notified(client, await order(client, QRIS)),
    differs: later('expiry_time'),
  },
  'qris-2020-settlement-docs': {
    like: paid({ ...QRIS, qris: { acquirer: 'airpay shopee' } }, { issuer: 'airpay shopee' }),
    differs: {
      ...later('merchant_cross_reference_id', 'expiry_time'),
      ...ORDERED,
      'word issuer': SHOPEE,
      'word acquirer': SHOPEE,
    },
  },
  'qris-2021-settlement-docs': {
    like: paid(QRIS, { issuer: 'gopay' }),
    differs: later('merchant_cross_reference_id', 'expiry_time'),
  },
  'qris-2021-settlement-real': {
    like: paid(QRIS, { issuer: 'gopay' }),
    differs: later('merchant_cross_reference_id', 'expiry_time'),
  },
  'qris-2023-expire-real': {
    like: async (client) => {
      const orderId = await order(client, QRIS)
      await change(client, orderId, 'expire')
      return notified(client, orderId)
    },
    differs: {
      ...later('expiry_time'),
      'missing expire_time': 'the name of expiry_time for some months',
      'missing transaction_type': PAID_ONLY,
      'missing reference_id': PAID_ONLY,
    },
  },
  'shopeepay-settlement-docs': { cannot: OTHER },
  'snap-expire': { cannot: SNAP },
  'snap-partial-refund': { cannot: SNAP },
  'snap-pending': { cannot: SNAP },
  'snap-refund': { cannot: SNAP },
  'snap-settlement': { cannot: SNAP },
}
