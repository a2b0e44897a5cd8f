import { expect, test } from 'vitest'
import type { OrderView } from '@/lib/orders/order-view'
import { orderStatusJson, orderVersion } from '@/lib/orders/status-json'

const order: OrderView = {
  orderId: 'TKO-0123456789ABCDEFGHJKMNPQRS',
  status: 'partially_refunded',
  items: [],
  grossAmount: 44_000,
  refunded: 10_000,
  contact: { email: 'b••••@example.com', phone: '••••890' },
  placedAt: new Date(0),
  paidAt: new Date(1_000),
  paidLate: false,
  paidTwice: false,
  needsPerson: false,
  payment: {
    id: '1',
    paymentType: 'qris',
    issuer: null,
    isCharged: true,
    expiresAt: new Date(2_000),
  },
  now: new Date(3_000),
}

const changes: Partial<OrderView>[] = [
  { refunded: 15_000 },
  { paidLate: true },
  { paidTwice: true },
  { needsPerson: true },
  { payment: { ...order.payment, issuer: 'dana' } },
]

test.each(changes)(
  'an order that differs by %o has another version beside the same status',
  (change) => {
    const changed = { ...order, ...change }
    expect(orderStatusJson(changed)).toEqual(orderStatusJson(order))
    expect(orderVersion(changed)).not.toBe(orderVersion(order))
  },
)

test('an order has another version in another status, and the same one later', () => {
  expect(orderVersion({ ...order, status: 'refunded' })).not.toBe(orderVersion(order))
  expect(orderVersion({ ...order, now: new Date(9_000) })).toBe(orderVersion(order))
})
