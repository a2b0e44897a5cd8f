import { describe, expect, test } from 'vitest'
import {
  confirmedFrom,
  endedStatuses,
  legalFrom,
  openStatuses,
  orderStatusOf,
  paidStatuses,
  paymentStatuses,
} from '@/lib/orders/payment-states'
import type { PaymentStatus } from '@/prisma/generated/client'
import { paymentMoves } from '../../kit/payment-moves'

test('every pair of statuses is in the table', () => {
  const told = new Set(paymentMoves.map(({ to }) => to))
  expect(paymentMoves).toHaveLength(paymentStatuses.length * told.size)
  expect([...told, 'created'].sort()).toEqual([...paymentStatuses].sort())
})

test.each(paymentMoves)('from $from to $to: $mark', ({ from, to, mark }) => {
  // A further partial refund is a move of its own.
  if (from === 'partial_refund' && to === from) return expect(legalFrom(to)).toContain(from)
  expect(legalFrom(to).includes(from)).toBe(mark === '+')
  expect(confirmedFrom(to).includes(from)).toBe(mark === '?')
})

test('no news makes a payment created', () => {
  expect(legalFrom('created')).toEqual([])
  expect(confirmedFrom('created')).toEqual([])
})

describe('money that has arrived', () => {
  test('is never undone by a late pending, expire, cancel, deny or failure', () => {
    for (const late of ['pending', ...endedStatuses] as PaymentStatus[]) {
      const from = [...legalFrom(late), ...confirmedFrom(late)]
      expect(from.filter((status) => paidStatuses.includes(status))).toEqual([])
    }
  })

  test('after the shop gave up is believed only to Get Status', () => {
    for (const paid of paidStatuses) {
      expect(legalFrom(paid).filter((status) => endedStatuses.includes(status))).toEqual([])
      expect(confirmedFrom(paid)).toEqual(expect.arrayContaining(endedStatuses))
    }
  })
})

test('every status is exactly one of open, paid and ended', () => {
  const all = [...openStatuses, ...paidStatuses, ...endedStatuses]
  expect(all.sort()).toEqual([...paymentStatuses].sort())
})

test.each([
  ['created', 'pending'],
  ['pending', 'pending'],
  ['authorize', 'pending'],
  ['capture', 'paid'],
  ['settlement', 'paid'],
  ['partial_refund', 'partially_refunded'],
  ['refund', 'refunded'],
  ['expire', 'expired'],
  ['cancel', 'cancelled'],
  ['deny', 'denied'],
  ['failure', 'failed'],
] as const)('a payment that is %s makes its order %s', (payment, order) => {
  expect(orderStatusOf[payment]).toBe(order)
})
