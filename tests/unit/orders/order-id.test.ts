import { expect, test } from 'vitest'
import { createOrderId, isOrderId, midtransOrderId } from '@/lib/orders/order-id'

test('an order id is TKO- and 26 characters that cannot be mistaken for each other', () => {
  for (let i = 0; i < 1_000; i += 1) {
    const id = createOrderId()
    expect(id).toMatch(/^TKO-[0-9A-HJKMNP-TV-Z]{26}$/)
    expect(isOrderId(id)).toBe(true)
  }
})

test('no two of fifty thousand order ids are the same', () => {
  expect(new Set(Array.from({ length: 50_000 }, createOrderId)).size).toBe(50_000)
})

test('every character is about as likely in every place: the source is uniform', () => {
  const counts = new Map<string, number>()
  for (let i = 0; i < 4_000; i += 1) {
    for (const character of createOrderId().slice(4)) {
      counts.set(character, (counts.get(character) ?? 0) + 1)
    }
  }
  expect(counts.size).toBe(32)
  const mean = (4_000 * 26) / 32
  // Ten standard deviations: a fair source fails this once in 10^20 runs.
  for (const count of counts.values()) expect(Math.abs(count - mean)).toBeLessThan(570)
})

const id = 'TKO-0123456789ABCDEFGHJKMNPQRS'

test.each([
  id.toLowerCase(),
  id.slice(0, -1),
  `${id}0`,
  ` ${id}`,
  `${id}\n`,
  `${id}-1`,
  id.replace('0', 'O'),
  id.replace('1', 'I'),
  id.replace('A', 'L'),
  id.replace('A', 'U'),
  id.replace('A', '\u0000'),
  '',
  'payment_notif_test_G1_1',
])('%j is not an order id', (text) => {
  expect(isOrderId(text)).toBe(false)
})

test('the id at Midtrans keeps to its alphabet and length, for a thousand attempts', () => {
  expect(midtransOrderId(id, 1)).toBe(`${id}-1`)
  expect(midtransOrderId(id, 1)).toMatch(/^[\w~.-]{32,50}$/)
  expect(midtransOrderId(id, 1_000).length).toBeLessThanOrEqual(50)
})
