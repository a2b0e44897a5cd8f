import { afterAll, beforeAll, expect, test } from 'vitest'
import { readLeft } from '@/lib/orders/claim-refund'
import { runs } from '@/scripts/payment/run-verb'
import { readEvents, readPayment } from '../../kit/ledger'
import { type MadeOrder, makeOrder } from '../../kit/orders'
import { openShopWithSandbox, type ShopWithSandbox } from '../../kit/shop-with-sandbox'

let shop: ShopWithSandbox
beforeAll(async () => {
  shop = await openShopWithSandbox()
})
afterAll(() => shop.close())

const PRICE = 44_000
const KEY = 'asked-in-the-dashboard'

/** A paid order of which 24,000 rupiah have been asked for and not been answered yet. */
async function partlyAsked(): Promise<MadeOrder> {
  const order = await makeOrder(shop, { status: 'settlement' })
  await shop.sql(
    `INSERT INTO refund (key, order_id, payment_id, amount, elsewhere, reason)
     SELECT $2, order_id, id, 24000, 0, 'broken' FROM payment WHERE order_id = $1`,
    [order.orderId, KEY + order.orderId],
  )
  return order
}

/** The bank refuses them, so that all of it is left again. */
const refuseAsked = ({ orderId }: MadeOrder) =>
  shop.sql(`UPDATE refund SET state = 'refused' WHERE key = $1`, [KEY + orderId])

type Confirm = (question: string) => Promise<boolean>

const refund = (orderId: string, amount: number | undefined, confirm: Confirm) =>
  runs.refund(
    {
      verb: 'refund',
      orderId,
      amount,
      attempt: undefined,
      event: undefined,
      reason: 'broken',
      json: false,
      yes: false,
    },
    confirm,
  )

const claimsOf = (orderId: string) =>
  shop.sql<{ amount: number }>(
    'SELECT amount FROM refund WHERE order_id = $1 AND key NOT LIKE $2',
    [orderId, `${KEY}%`],
  )

test('no more is given back than was asked about, also when more is left by the time of the answer', async () => {
  const order = await partlyAsked()
  let asked = ''
  await refund(order.orderId, undefined, async (question) => {
    asked = question
    await refuseAsked(order)
    return true
  })
  expect(asked.replace('\u00a0', ' ')).toMatch(/^Give back Rp 20\.000 of order /)
  expect(await claimsOf(order.orderId)).toEqual([{ amount: 20_000 }])
})

test('what was not asked about is not given back, and stays on record', async () => {
  const order = await partlyAsked()
  const never = () => Promise.reject(new Error('asked'))
  const { ok, sentence } = await refund(order.orderId, 24_000, never)
  expect([ok, sentence.replace('\u00a0', ' ')]).toEqual([
    false,
    'Only Rp 20.000 is left to give back; nothing was changed.',
  ])
  expect(await claimsOf(order.orderId)).toEqual([])
  const refused = (await readEvents(shop, `${order.orderId}-1`)).filter(
    ({ kind }) => kind === 'refused',
  )
  expect(refused.map(({ source, reason }) => `${source} ${reason}`)).toEqual([
    'refund more_than_left',
  ])
  const { id } = await readPayment(shop, order.orderId)
  await refuseAsked(order)
  expect((await readLeft(order.orderId)).get(id)).toBe(PRICE)
})
