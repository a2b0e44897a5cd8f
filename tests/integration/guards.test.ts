import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  confirmedFrom,
  endedStatuses,
  legalFrom,
  orderStatusOf,
  paidStatuses,
  paymentStatuses,
} from '@/lib/orders/payment-states'
import { readOrder, readPayment } from '../kit/ledger'
import { makeOrder } from '../kit/orders'
import { openShop, type TestShop } from '../kit/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const refused = (guard: string) => expect.objectContaining({ code: '23514', constraint: guard })
const setStatus = (paymentId: string, status: string) =>
  shop.sql('UPDATE payment SET status = $2::payment_status WHERE id = $1', [paymentId, status])

const pairs = paymentStatuses.flatMap((from) => paymentStatuses.map((to) => ({ from, to })))
const isLegal = ({ from, to }: (typeof pairs)[number]) =>
  legalFrom(to).includes(from) || confirmedFrom(to).includes(from)

test('the database allows exactly the moves of payment-states.ts', async () => {
  const rows = await shop.sql<{ from: string; to: string; legal: boolean }>(
    `SELECT old::text AS from, new::text AS to, payment_may_move(old, new) AS legal
     FROM unnest(enum_range(NULL::payment_status)) AS old, unnest(enum_range(NULL::payment_status)) AS new`,
  )
  const byName = (a: { from: string; to: string }, b: { from: string; to: string }) =>
    `${a.from} ${a.to}`.localeCompare(`${b.from} ${b.to}`)
  const expected = pairs.map((pair) => ({ ...pair, legal: isLegal(pair) }))
  expect(rows.sort(byName)).toEqual(expected.sort(byName))
})

describe('a stray script', () => {
  test('can make no move of a payment that is not in the table, and every one that is', async () => {
    for (const pair of pairs.filter(({ from, to }) => from !== to)) {
      const { paymentId, orderId } = await makeOrder(shop, { status: pair.from })
      const moved = await setStatus(paymentId, pair.to).catch((error: unknown) => error)
      if (isLegal(pair)) expect(moved).toEqual([])
      else expect(moved).toEqual(refused('payment_moves_legally'))
      expect((await readPayment(shop, orderId)).status).toBe(isLegal(pair) ? pair.to : pair.from)
    }
  })

  test('can insert no payment that has a status already', async () => {
    const { orderId } = await makeOrder(shop)
    const insert = shop.sql(
      `INSERT INTO payment (id, order_id, attempt, midtrans_order_id, method, gross_amount, status)
       VALUES (gen_random_uuid(), $1, 2, $1 || '-2', 'gopay', 1000, 'settlement')`,
      [orderId],
    )
    await expect(insert).rejects.toEqual(refused('payment_begins_created'))
  })

  test.each([
    ['lower what was refunded', 'refunded = 0', 'payment_keeps_its_money'],
    ['change the amount', 'gross_amount = gross_amount + 1', 'payment_keeps_its_money'],
    ['replace the charge answer', `charge_response = '[]'`, 'payment_keeps_its_charge'],
    ['forget the charge answer', 'charge_response = NULL', 'payment_keeps_its_charge'],
  ])('cannot %s', async (_, change, guard) => {
    const { paymentId } = await makeOrder(shop, { status: 'settlement' })
    await shop.sql(`UPDATE payment SET status = 'partial_refund', refunded = 500 WHERE id = $1`, [
      paymentId,
    ])
    const update = shop.sql(`UPDATE payment SET ${change} WHERE id = $1`, [paymentId])
    await expect(update).rejects.toEqual(refused(guard))
  })

  test('cannot make a paid order unpaid, nor turn one end into another', async () => {
    for (const from of [...paidStatuses, ...endedStatuses]) {
      const { orderId } = await makeOrder(shop, { status: from })
      const before = (await readOrder(shop, orderId)).status
      const targets = ['expired', 'cancelled', 'denied', 'failed']
      if (paidStatuses.includes(from)) targets.push('pending')
      for (const to of targets.filter((target) => target !== before)) {
        const update = shop.sql('UPDATE orders SET status = $2::order_status WHERE id = $1', [
          orderId,
          to,
        ])
        await expect(update).rejects.toEqual(refused('order_moves_legally'))
      }
      expect(before).toBe(orderStatusOf[from])
    }
  })
})
