import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixtureNames, readFixture } from '../../kit/fixtures'
import { readEvents, readOrder } from '../../kit/ledger'
import { sign } from '../../kit/notifications'
import { notify } from '../../kit/notify'
import { makeOrder } from '../../kit/orders'
import { openShop, type TestShop } from '../../kit/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

test.each(fixtureNames('notifications'))(
  '%s is stored, although the order is not ours',
  async (name) => {
    const body = readFixture('notifications', name)
    expect(await notify(body)).toMatchObject({ status: 200, result: 'unknown_order' })
    const events = await readEvents(shop, String(body.order_id))
    expect(events.at(-1)).toMatchObject({
      verdict: 'unknown_order',
      statusTold: body.transaction_status,
    })
    const { signature_key, customer_details, ...kept } = body
    expect(JSON.parse(events.at(-1)?.body ?? '')).toEqual(kept)
  },
)

const results: Record<string, [result: string, status: string]> = {
  pending: ['known', 'pending'],
  settlement: ['applied', 'paid'],
  capture: ['applied', 'paid'],
  expire: ['applied', 'expired'],
  cancel: ['applied', 'cancelled'],
  // Only Get Status may tell of a refund whose payment was never seen.
  refund: ['doubtful', 'pending'],
  partial_refund: ['doubtful', 'pending'],
}

test.each(fixtureNames('notifications'))(
  '%s does to an order of ours what it says',
  async (name) => {
    const order = await makeOrder(shop)
    const told = readFixture('notifications', name)
    const body = sign({
      ...told,
      status_code: String(told.status_code),
      order_id: order.midtransOrderId,
      transaction_id: order.transactionId,
      gross_amount: `${order.grossAmount}.00`,
      refund_amount: told.refund_amount === undefined ? undefined : '1000.00',
    })
    const [result, status] = results[String(told.transaction_status)] ?? []
    expect(await notify(body)).toMatchObject({ status: 200, result })
    expect((await readOrder(shop, order.orderId)).status).toBe(status)
  },
)
