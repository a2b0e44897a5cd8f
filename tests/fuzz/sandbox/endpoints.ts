/** An address of the sandbox with bodies that it would take; `{id}` is some id, `{new}` a new one. */
export type Endpoint = { method: string; path: string; bodies?: object[] }

const details = { order_id: '{new}', gross_amount: 44_000 }
const address = {
  first_name: 'Sari',
  address: 'Jl. Melati 1',
  city: 'Jakarta',
  postal_code: '12190',
}
const charges = [
  {
    payment_type: 'gopay',
    transaction_details: details,
    gopay: { enable_callback: true, callback_url: 'http://localhost:3000/finish', pre_auth: true },
    custom_expiry: { order_time: '2026-01-01 00:00:00 +0700', expiry_duration: 9, unit: 'day' },
    custom_field1: 'one',
    metadata: { till: [7, { floor: 2 }] },
  },
  {
    payment_type: 'qris',
    transaction_details: details,
    qris: { acquirer: 'airpay shopee' },
    item_details: [{ id: 'a', price: 22_000, quantity: 2, name: 'Kopi', brand: 'Toko' }],
    customer_details: {
      first_name: 'Sari',
      email: 'sari@example.com',
      phone: '+6281200000000',
      billing_address: address,
      shipping_address: address,
    },
  },
  {
    payment_type: 'bank_transfer',
    transaction_details: details,
    bank_transfer: { bank: 'bca', va_number: '12345678', free_text: { inquiry: [{ en: 'a' }] } },
  },
]
const refund = { refund_key: 'r-1', amount: 1000, reason: 'broken' }
const faults = [{ match: { order_id: 'nobody' }, on: 'charge', fault: 'deny', times: 1 }]
const merchant = {
  server_key: 'SB-Mid-server-fuzzed',
  name: 'Toko',
  city: 'Bandung',
  notification_urls: [],
  inactive_channels: ['qris'],
  rate_limit: { requests: 5, seconds: 1 },
}

const get = (...paths: string[]): Endpoint[] => paths.map((path) => ({ method: 'GET', path }))
const post = (path: string, ...bodies: object[]): Endpoint => ({ method: 'POST', path, bodies })

/** Every address there is. */
export const endpoints: Endpoint[] = [
  ...[1, 2, 3, 4].map(() => post('/v2/charge', ...charges)),
  post('/v2/capture', { transaction_id: '{id}', gross_amount: 44_000 }),
  post('/v2/{id}/refund', refund),
  post('/v2/{id}/refund/online/direct', refund),
  ...['cancel', 'expire', 'approve', 'deny'].map((change) => post(`/v2/{id}/${change}`, {})),
  ...get('/v2/{id}/status', '/v2/{id}/status/b2b', '/v2/gopay/{id}/qr-code'),
  ...get('/v2/qris/{id}/qr-code', '/v2/qris/shopeepay/sppq_{id}/qr-code', '/v4/qris/{id}/qr-code'),
  ...get('/v4/qris/gopay/{id}/qr-code', '/gopay/partner/app/payment-pin?id={id}'),
  post('/gopay/partner/app/payment-pin', { id: '{id}', decision: 'pay' }),
  ...get('/v2/qris/index?qr={id}', '/_sandbox?order_id={id}&lang={id}', '/_sandbox/assets/{id}'),
  post('/v2/qris/index', { id: '{id}', issuer: 'dana', decision: 'pay' }),
  post('/_sandbox', { id: '{id}', issuer: 'dana', decision: 'pay', pin: '123456' }),
  post('/_sandbox/desk', { action: 'pay', id: '{id}' }),
  ...get('/_sandbox/transactions?order_id={id}', '/_sandbox/transactions/{id}', '/{id}'),
  post('/_sandbox/transactions/{id}/pay', { issuer: 'ovo' }),
  post('/_sandbox/transactions/{id}/deny', {}),
  post('/_sandbox/transactions/{id}/expire', {}),
  post('/_sandbox/scan', { qr: '00020101021226', issuer: 'gopay' }),
  ...get('/_sandbox/notifications?limit={id}&order_id=a', '/_sandbox/faults', '/_sandbox/clock'),
  post('/_sandbox/notifications/{id}/resend', { url: 'http://127.0.0.1:1/' }),
  post('/_sandbox/notifications/test', { server_key: 'SB-Mid-server-fuzzed' }),
  { method: 'PUT', path: '/_sandbox/faults?order_id={id}', bodies: [faults] },
  { method: 'DELETE', path: '/_sandbox/faults?order_id={id}' },
  post('/_sandbox/clock', { advance_seconds: 1, order_id: 'fuzz' }),
  post('/_sandbox/reset', { order_id: 'fuzz' }),
  { method: 'PUT', path: '/_sandbox/merchants', bodies: [merchant] },
  ...get('/_sandbox/merchants', '/_sandbox/{id}', '/v2/{id}', '/v1/{id}'),
]
