import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyPaymentFact } from '@/lib/orders/apply-payment-fact'
import { orderStatusOf } from '@/lib/orders/payment-states'
import { factOf } from '../../kit/facts'
import { readEvents, readOrder, readPayment } from '../../kit/ledger'
import { makeOrder } from '../../kit/orders'
import { paymentMoves } from '../../kit/payment-moves'
import { openShop, type TestShop } from '../../kit/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const verdicts = {
  notification: { '+': 'applied', '?': 'doubtful', '.': 'out_of_date', '=': 'known' },
  status: { '+': 'applied', '?': 'applied', '.': 'out_of_date', '=': 'known' },
}

/** The shop gave the attempt up, and then its charge turns out to have made a transaction. */
function isStrayCharge(source: string, from: string, to: string): boolean {
  return source === 'notification' && to === 'pending' && ['cancel', 'failure'].includes(from)
}

describe.each(['notification', 'status'] as const)('told by a %s', (source) => {
  test.each(paymentMoves)('$from, then $to: $mark', async ({ from, to, mark }) => {
    const order = await makeOrder(shop, { status: from })
    const result = await applyPaymentFact(factOf(order, to, source))
    const verdict = isStrayCharge(source, from, to) ? 'doubtful' : verdicts[source][mark]
    expect(result).toMatchObject({ verdict, paymentId: order.paymentId, orderId: order.orderId })

    const after = verdict === 'applied' ? to : from
    const payment = await readPayment(shop, order.orderId)
    expect(payment.status).toBe(after)
    expect((await readOrder(shop, order.orderId)).status).toBe(orderStatusOf[after])
    expect(payment.isDue).toBe(verdict === 'doubtful')
    expect(await readEvents(shop, order.midtransOrderId)).toMatchObject([
      { kind: 'fact', source, statusSeen: from, statusTold: to, verdict },
    ])
  })
})
