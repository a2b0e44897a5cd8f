import { afterAll, beforeAll, describe, test } from 'vitest'
import { placeOrder } from '@/lib/orders/place-order'
import { sweep } from '@/lib/orders/sweep'
import { makeDue, readOrder, readPayment } from '../../kit/ledger'
import { placementOf, placeOne } from '../../kit/orders'
import { faultFor } from '../../kit/sandbox-control'
import { openShopWithSandbox, type ShopWithSandbox } from '../../kit/shop-with-sandbox'
import { waitFor } from '../../kit/wait-for'

let shop: ShopWithSandbox
beforeAll(async () => {
  shop = await openShopWithSandbox()
})
afterAll(() => shop.close())

// At the same time, because they wait: the shop gives up on an answer after eight seconds.
describe.concurrent('a charge', () => {
  test('that takes two seconds is waited for', async ({ expect }) => {
    const placement = placementOf()
    await shop.sandbox.setFaults([
      faultFor(placement.customer, 'charge', 'slow_before', { delay_ms: 2_000 }),
    ])
    const orderId = await placeOne(placement)
    expect(await readPayment(shop, orderId)).toMatchObject({ status: 'pending' })
  })

  test.for(['slow_before', 'slow_after'] as const)(
    'that takes nine seconds, %s, leaves an order that stands, and one transaction',
    async (fault, { expect }) => {
      const placement = placementOf()
      await shop.sandbox.setFaults([
        faultFor(placement.customer, 'charge', fault, { delay_ms: 9_000, times: 1 }),
      ])
      const orderId = await placeOne(placement)
      // It did not wait for the answer: that would have made it pending.
      expect(await readPayment(shop, orderId)).toMatchObject({ status: 'created', refusal: null })

      // While the first call is still running, Midtrans says so to the second.
      const payment = await waitFor('the worker to get the answer', async () => {
        await makeDue(shop, orderId)
        await sweep()
        const now = await readPayment(shop, orderId)
        return now.status === 'pending' && now
      })
      const { transaction_id } = await shop.sandbox.transaction(`${orderId}-1`)
      expect(payment).toMatchObject({ transactionId: transaction_id })
    },
  )

  test('that is under way hides its order neither from the page nor from a second submit', async ({
    expect,
  }) => {
    const placement = placementOf()
    await shop.sandbox.setFaults([
      faultFor(placement.customer, 'charge', 'slow_before', { delay_ms: 4_000, times: 1 }),
    ])
    const first = placeOrder(placement)
    const orderId = await waitFor('the order to be stored', async () => {
      const sql = 'SELECT id FROM orders WHERE placement_key = $1'
      return (await shop.sql<{ id: string }>(sql, [placement.key]))[0]?.id
    })
    // The second tab does not wait for the charge of the first.
    const started = Date.now()
    expect(await placeOrder(placement)).toMatchObject({ ok: true, orderId })
    expect(Date.now() - started).toBeLessThan(3_000)
    expect((await readOrder(shop, orderId)).status).toBe('pending')
    expect(await first).toMatchObject({ ok: true, orderId })
    expect(await shop.sandbox.transactions(`${orderId}-1`)).toHaveLength(1)
  })
})
