import { randomUUID } from 'node:crypto'
import { type LoadResult, runLoad } from '../load'

export const SERVER_KEY = 'SB-Mid-server-bench'
const run = randomUUID().slice(0, 8)
let made = 0

export function newCharge(): { orderId: string; body: string } {
  made += 1
  const orderId = `${run}-${made}`
  const body = JSON.stringify({
    payment_type: 'gopay',
    transaction_details: { order_id: orderId, gross_amount: 44000 },
    item_details: [{ id: 'kopi', price: 22000, quantity: 2, name: 'Kopi Gayo' }],
    customer_details: { first_name: 'Sari', email: 'sari@example.com', phone: '081234567890' },
  })
  return { orderId, body }
}

export const headers = {
  Authorization: `Basic ${Buffer.from(`${SERVER_KEY}:`).toString('base64')}`,
  'Content-Type': 'application/json',
}

/** Charges over `connections` at once. An error is any answer but a pending transaction. */
export function measureCharges(
  url: string,
  connections: number,
  requests: number,
): Promise<LoadResult> {
  return runLoad({
    url,
    connections,
    requests,
    make: () => ({ path: '/v2/charge', headers, body: newCharge().body }),
    isGood: ({ status, body }) => status === 200 && body.startsWith('{"status_code":"201"'),
  })
}
