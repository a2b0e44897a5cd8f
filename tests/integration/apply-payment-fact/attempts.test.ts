import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyPaymentFact } from '@/lib/orders/apply-payment-fact'
import { viewOrder } from '@/lib/orders/order-view'
import { readTimeline } from '@/lib/orders/timeline'
import { factOf } from '../../kit/facts'
import { countGoods, readOrder, readPayment, readPayments } from '../../kit/ledger'
import { type MadeOrder, makeNextAttempt, makeOrder } from '../../kit/orders'
import { openShop, type TestShop } from '../../kit/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

/** An order whose first attempt is still open at Midtrans while the second one is tried. */
async function makeTwoAttempts() {
  const first = await makeOrder(shop)
  return { first, second: await makeNextAttempt(shop, first) }
}

test('an older attempt that is paid after all pays the order, and the open one is due at once', async () => {
  const { first, second } = await makeTwoAttempts()
  await applyPaymentFact(factOf(first, 'settlement'))
  expect(await readOrder(shop, first.orderId)).toMatchObject({
    status: 'paid',
    paidPaymentId: first.paymentId,
  })
  expect(await readPayment(shop, second.orderId, 2)).toMatchObject({
    status: 'pending',
    isDue: true,
  })
})

test.each(['expire', 'cancel', 'deny', 'failure'])(
  'the %s of an older attempt ends neither the order nor its stock',
  async (end) => {
    const { first } = await makeTwoAttempts()
    const before = await countGoods(shop)
    expect(await applyPaymentFact(factOf(first, end))).toMatchObject({
      verdict: 'applied',
      orderChanged: false,
    })
    expect(await readOrder(shop, first.orderId)).toMatchObject({
      status: 'pending',
      holdsStock: true,
    })
    expect(await countGoods(shop)).toEqual(before)
  },
)

/** Of each attempt, what its timeline says may still be given back. */
async function amountsLeft(orderId: string): Promise<number[]> {
  return (await readTimeline(orderId))?.attempts.map(({ left }) => left) ?? []
}

describe('an order that is paid twice', () => {
  async function payTwice() {
    const { first, second } = await makeTwoAttempts()
    await applyPaymentFact(factOf(first, 'settlement'))
    expect(await applyPaymentFact(factOf(second, 'settlement'))).toMatchObject({
      verdict: 'applied',
      orderChanged: true,
    })
    return { first, second }
  }

  test('stays with its first payment, and the second is marked for a person', async () => {
    const before = await countGoods(shop)
    const { first } = await payTwice()
    expect((await readOrder(shop, first.orderId)).paidPaymentId).toBe(first.paymentId)
    const attention = (await readPayments(shop, first.orderId)).map((row) => row.attention)
    expect(attention).toEqual([[], ['paid_twice']])
    expect(await countGoods(shop)).toEqual(before)
  })

  test('stays paid when the second payment is refunded', async () => {
    const { first, second } = await payTwice()
    await applyPaymentFact(factOf(second, 'refund'))
    expect(await readOrder(shop, first.orderId)).toMatchObject({
      status: 'paid',
      holdsStock: true,
    })
  })

  test('stays paid when it is the first payment that is refunded', async () => {
    const { first } = await payTwice()
    await applyPaymentFact(factOf(first, 'refund'))
    expect(await readOrder(shop, first.orderId)).toMatchObject({
      status: 'paid',
      holdsStock: true,
    })
  })

  test('is refunded, with its stock back, once both payments are', async () => {
    const before = await countGoods(shop)
    const { first, second } = await payTwice()
    await applyPaymentFact(factOf(first, 'refund'))
    await applyPaymentFact(factOf(second, 'refund'))
    expect(await readOrder(shop, first.orderId)).toMatchObject({
      status: 'refunded',
      holdsStock: false,
    })
    expect(await countGoods(shop)).toEqual(before)
  })

  test('has the refunds of its second payment, once the first one is given back', async () => {
    const { first, second } = await payTwice()
    const partly = factOf(second, 'partial_refund', 'notification', { refund_amount: '1000.00' })
    await applyPaymentFact(partly)
    expect((await readOrder(shop, first.orderId)).status).toBe('paid')
    await applyPaymentFact(factOf(first, 'refund'))
    expect(await readOrder(shop, first.orderId)).toMatchObject({
      status: 'partially_refunded',
      paidPaymentId: second.paymentId,
    })
  })

  test('whose two payments are refunded at the same moment is refunded, with its stock back', async () => {
    const before = await countGoods(shop)
    const orders = []
    for (let i = 0; i < 10; i += 1) orders.push(await payTwice())
    await Promise.all(
      orders.flatMap(({ first, second }) => [
        applyPaymentFact(factOf(first, 'refund')),
        applyPaymentFact(factOf(second, 'refund')),
      ]),
    )
    for (const { first } of orders) {
      expect(await readOrder(shop, first.orderId)).toMatchObject({
        status: 'refunded',
        holdsStock: false,
      })
    }
    expect(await countGoods(shop)).toEqual(before)
  })

  test('and then a third time has every payment but the first marked', async () => {
    const { first, second } = await payTwice()
    const third = await makeNextAttempt(shop, second)
    await applyPaymentFact(factOf(third, 'settlement'))
    const attention = (await readPayments(shop, first.orderId)).map((row) => row.attention)
    expect(attention).toEqual([[], ['paid_twice'], ['paid_twice']])
  })

  // Given back in every sequence: whatever money is left pays the order.
  test.each([[[1, 2, 3]], [[1, 3, 2]], [[2, 1, 3]], [[2, 3, 1]], [[3, 1, 2]], [[3, 2, 1]]])(
    'and then a third time is paid until all are given back, in the order %j',
    async (sequence) => {
      const before = await countGoods(shop)
      const { first, second } = await payTwice()
      const third = await makeNextAttempt(shop, second)
      await applyPaymentFact(factOf(third, 'settlement'))
      const left = [first, second, third]
      for (const attempt of sequence) {
        expect(await readOrder(shop, first.orderId)).toMatchObject({
          status: 'paid',
          holdsStock: true,
          // The oldest of those that still have money.
          paidPaymentId: left[0]?.paymentId,
        })
        const payment = [first, second, third][attempt - 1] as MadeOrder
        expect((await viewOrder(first.orderId))?.paidTwice).toBe(left.length > 1)
        expect(await amountsLeft(first.orderId)).toEqual(
          [first, second, third].map((each) => (left.includes(each) ? each.grossAmount : 0)),
        )
        await applyPaymentFact(factOf(payment, 'refund'))
        left.splice(left.indexOf(payment), 1)
      }
      expect(await readOrder(shop, first.orderId)).toMatchObject({
        status: 'refunded',
        holdsStock: false,
      })
      expect(await countGoods(shop)).toEqual(before)
    },
  )

  test('by ten attempts at the same moment has nine of them marked, and each can be given back', async () => {
    const attempts = [await makeOrder(shop)]
    for (let last = attempts[0]; last && attempts.length < 10; ) {
      last = await makeNextAttempt(shop, last)
      attempts.push(last)
    }
    const { orderId } = attempts[0] as MadeOrder
    await Promise.all(attempts.map((each) => applyPaymentFact(factOf(each, 'settlement'))))
    const marks = (await readPayments(shop, orderId)).flatMap(({ attention }) => attention)
    expect(marks).toEqual(Array.from({ length: 9 }, () => 'paid_twice'))
    for (const each of attempts) await applyPaymentFact(factOf(each, 'refund'))
    expect(await readOrder(shop, orderId)).toMatchObject({ status: 'refunded', holdsStock: false })
  })

  test('at the same moment is paid once and marked once', async () => {
    const pairs = []
    for (let i = 0; i < 20; i += 1) pairs.push(await makeTwoAttempts())
    await Promise.all(
      pairs.flatMap(({ first, second }) => [
        applyPaymentFact(factOf(first, 'settlement')),
        applyPaymentFact(factOf(second, 'settlement')),
      ]),
    )
    for (const { first } of pairs) {
      const rows = await readPayments(shop, first.orderId)
      expect(rows.map(({ status }) => status)).toEqual(['settlement', 'settlement'])
      expect(rows.flatMap(({ attention }) => attention)).toEqual(['paid_twice'])
    }
  })
})

test('a second payment that comes after the first was refunded pays the order, and a person is told', async () => {
  const before = await countGoods(shop)
  const { first, second } = await makeTwoAttempts()
  await applyPaymentFact(factOf(first, 'settlement'))
  await applyPaymentFact(factOf(first, 'refund'))
  expect(await readOrder(shop, first.orderId)).toMatchObject({ status: 'refunded' })
  await applyPaymentFact(factOf(second, 'settlement'))
  expect(await readOrder(shop, first.orderId)).toMatchObject({
    status: 'paid',
    paidPaymentId: second.paymentId,
    paidLate: true,
    holdsStock: true,
  })
  expect((await readPayment(shop, first.orderId, 2)).attention).toEqual(['paid_after_refund'])
  await applyPaymentFact(factOf(second, 'refund'))
  expect(await readOrder(shop, first.orderId)).toMatchObject({
    status: 'refunded',
    holdsStock: false,
  })
  expect(await countGoods(shop)).toEqual(before)
})

test('an attempt that is charged after another one was paid is due at once, to be cancelled', async () => {
  const first = await makeOrder(shop)
  const second = await makeNextAttempt(shop, first, 'created')
  await applyPaymentFact(factOf(first, 'settlement'))
  await applyPaymentFact(factOf(second, 'pending', 'charge'))
  expect(await readPayment(shop, first.orderId, 2)).toMatchObject({
    status: 'pending',
    isDue: true,
  })
})

test('a payment in time is not late, although an older attempt had expired', async () => {
  const first = await makeOrder(shop, { status: 'expire' })
  const second = await makeNextAttempt(shop, first)
  await applyPaymentFact(factOf(second, 'settlement'))
  expect(await readOrder(shop, first.orderId)).toMatchObject({ status: 'paid', paidLate: false })
})
