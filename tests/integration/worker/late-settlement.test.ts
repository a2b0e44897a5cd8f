import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyPaymentFact } from '@/lib/orders/apply-payment-fact'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { payAgain } from '@/lib/orders/pay-again'
import { orderStatusOf } from '@/lib/orders/payment-states'
import { sweep } from '@/lib/orders/sweep'
import { factOf } from '../../kit/facts'
import { makeDue, readOrder, readPayment } from '../../kit/ledger'
import { BROWSER_SECRET, type MadeOrder, placementOf, placeOne } from '../../kit/orders'
import { faultFor } from '../../kit/sandbox-control'
import { openShopWithSandbox, type ShopWithSandbox } from '../../kit/shop-with-sandbox'

let shop: ShopWithSandbox
beforeAll(async () => {
  shop = await openShopWithSandbox()
})
afterAll(() => shop.close())

async function checkNow(orderId: string): Promise<void> {
  await makeDue(shop, orderId)
  await sweep()
}

/** Seconds until an attempt is looked at next. */
async function secondsToNextCheck(orderId: string, attempt = 1): Promise<number | null> {
  const [row] = await shop.sql<{ seconds: number | null }>(
    `SELECT extract(epoch FROM next_check_at - now())::float8 AS seconds FROM payment
     WHERE order_id = $1 AND attempt = $2`,
    [orderId, attempt],
  )
  return row?.seconds ?? null
}

describe.each(['expire', 'cancel'] as const)('a settlement that is told after the %s', (end) => {
  async function placeDoubtful(): Promise<MadeOrder & { email: string }> {
    const placement = placementOf()
    const orderId = await placeOne(placement)
    const midtransOrderId = `${orderId}-1`
    const { transaction_id: transactionId } = await shop.sandbox.transaction(midtransOrderId)
    const [row] = await shop.sql<{ paymentId: string; grossAmount: number }>(
      'SELECT id AS "paymentId", gross_amount AS "grossAmount" FROM payment WHERE order_id = $1',
      [orderId],
    )
    if (!row) throw new Error('no payment')
    const order = { orderId, midtransOrderId, transactionId, ...row, ...placement.customer }
    await applyPaymentFact(factOf(order, end))
    expect((await readOrder(shop, orderId)).status).toBe(orderStatusOf[end])
    return order
  }

  test('pays the order late once Get Status confirms it', async () => {
    const order = await placeDoubtful()
    await shop.sandbox.pay(order.midtransOrderId)
    expect(await applyPaymentFact(factOf(order, 'settlement'))).toMatchObject({
      verdict: 'doubtful',
    })
    await sweep()
    expect(await readOrder(shop, order.orderId)).toMatchObject({
      status: 'paid',
      paidLate: true,
      holdsStock: true,
    })
  })

  test('is forgotten once Get Status says that it is not so', async () => {
    const order = await placeDoubtful()
    await shop.sandbox[end](order.midtransOrderId)
    await applyPaymentFact(factOf(order, 'settlement'))
    await sweep()
    expect((await readOrder(shop, order.orderId)).status).toBe(orderStatusOf[end])
    expect((await readPayment(shop, order.orderId)).nextCheckAt).toBeNull()
  })

  test('is asked about until there is an answer', async () => {
    const order = await placeDoubtful()
    await shop.sandbox.pay(order.midtransOrderId)
    await shop.sandbox.setFaults([faultFor(order, 'status', 'status_503', { times: 2 })])
    await applyPaymentFact(factOf(order, 'settlement'))
    await sweep()
    for (const _ of ['second', 'third']) {
      expect((await readOrder(shop, order.orderId)).status).toBe(orderStatusOf[end])
      expect(await secondsToNextCheck(order.orderId)).toBeLessThanOrEqual(15)
      await checkNow(order.orderId)
    }
    expect((await readOrder(shop, order.orderId)).status).toBe('paid')
  })
})

describe('an old attempt that is paid while a new one is open', () => {
  test('pays the order, and the new one is cancelled at Midtrans', async () => {
    const orderId = await placeOne()
    await cancelOrder(orderId, BROWSER_SECRET)
    await payAgain(orderId, BROWSER_SECRET)
    // Paid after all, as only a wallet that overlooked the cancellation could.
    const [row] = await shop.sql<MadeOrder>(
      `SELECT order_id AS "orderId", id AS "paymentId", midtrans_order_id AS "midtransOrderId",
         transaction_id AS "transactionId", gross_amount AS "grossAmount"
       FROM payment WHERE order_id = $1 AND attempt = 1`,
      [orderId],
    )
    await applyPaymentFact(factOf(row as MadeOrder, 'settlement', 'status'))
    expect(await readOrder(shop, orderId)).toMatchObject({ status: 'paid', currentAttempt: 2 })
    await sweep()
    expect((await readPayment(shop, orderId, 2)).status).toBe('cancel')
    const { transaction_status } = await shop.sandbox.transaction(`${orderId}-2`)
    expect(transaction_status).toBe('cancel')
    expect((await readOrder(shop, orderId)).status).toBe('paid')
  })
})
