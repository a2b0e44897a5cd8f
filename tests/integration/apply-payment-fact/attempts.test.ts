import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyPaymentFact } from '@/lib/orders/apply-payment-fact'
import { factOf } from '../../kit/facts'
import { countGoods, readOrder, readPayment, readPayments } from '../../kit/ledger'
import { makeNextAttempt, makeOrder } from '../../kit/orders'
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
