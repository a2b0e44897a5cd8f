import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitFor } from '../kit/wait-for'
import { openOwnStage } from './support/own-stage'
import { browse, expectAgreement } from './support/recovery'
import { countStock } from './support/rules'
import type { ShopProcess } from './support/shop-process'
import { createShopper, type Page, type Shopper } from './support/shopper'
import type { Stage } from './support/stage'

let stage: Stage
let shops: ShopProcess[]
/** Orders whose hook ran, as often as it did, in whichever process. */
const hooks: string[] = []

function noteHook(line: string): void {
  if (line.includes('"order.paid"')) hooks.push(JSON.parse(line).orderId)
}

beforeAll(async () => {
  // Leases of six seconds: no stall of this machine makes a hook run twice.
  stage = await openOwnStage(0.5)
  const start = () => stage.startShop({ worker: 'inline', onLine: noteHook })
  shops = await Promise.all([start(), start(), start()])
})
afterAll(() => stage?.close())

const urlOf = (index: number, processes = 3): string => shops[index % processes]?.url ?? ''
const times = (count: number) => Array.from({ length: count }, (_, i) => i)

function shopperWith(productId: number): Shopper {
  return createShopper({ appUrl: stage.front.url, cart: { [productId]: 1 } })
}

async function placeOne(productId: number): Promise<{ shopper: Shopper; orderId: string }> {
  const shopper = shopperWith(productId)
  const form = await shopper.openCheckout(urlOf(0))
  const { location } = await shopper.send(urlOf(0), '/checkout', form)
  return { shopper, orderId: location?.replace('/checkout/', '') ?? '' }
}

/** The body of a notification that Midtrans has tried to deliver. */
const bodyOf = (orderId: string, status: string) => stage.desk.notification(`${orderId}-1`, status)

function post(shopUrl: string, body: string): Promise<Response> {
  return fetch(`${shopUrl}/api/midtrans/notification`, { method: 'POST', body })
}

async function movesToPaid(orderId: string): Promise<number> {
  const moves = await stage.sql(
    `SELECT FROM payment_event WHERE order_id = $1 AND verdict = 'applied' AND status_told = 'settlement'`,
    [orderId],
  )
  return moves.length
}

test('fifty identical forms at once, over two processes, are one order, one charge and one page', async () => {
  const shopper = shopperWith(1)
  const form = await shopper.openCheckout(urlOf(0))
  const pages = await Promise.all(
    times(50).map((i) => shopper.send(urlOf(i, 2), '/checkout', form)),
  )
  expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([303]))
  const [location, ...others] = new Set(pages.map((page) => page.location))
  expect(others).toEqual([])
  const orderId = location?.replace('/checkout/', '') ?? ''
  expect(await stage.sandbox.transactions(`${orderId}-1`)).toHaveLength(1)
  const orders = await stage.sql('SELECT FROM orders WHERE customer_email = $1', [shopper.email])
  expect(orders).toHaveLength(1)
  const page = await waitFor('the QR code', async () => {
    const seen = await shopper.get(urlOf(1), location ?? '')
    return seen.text.includes('alt="QR code') ? seen : undefined
  })
  expect(page.status).toBe(200)
  await expectAgreement(stage, 20_000)
})

test('fifty shoppers who want the last one, over two processes, buy it once', async () => {
  const productId = 2
  await stage.sql('UPDATE product SET stock = 1 WHERE id = $1', [productId])
  const shoppers = times(50).map(() => shopperWith(productId))
  const [first] = shoppers
  if (!first) throw new Error('no shopper')
  // The form is the same for all of them but for the key of the cart and the address.
  const form = await first.openCheckout(urlOf(0))
  const pages = await Promise.all(
    shoppers.map((shopper, i) => {
      const own = new Map(form).set('placementKey', shopper.placementKey)
      return shopper.send(urlOf(i, 2), '/checkout', own.set('email', shopper.email))
    }),
  )
  const isSold = ({ status }: Page) => status === 303
  expect(pages.filter(isSold)).toHaveLength(1)
  for (const page of pages.filter((each) => !isSold(each))) {
    expect(page.status).toBe(200)
    expect(page.text).toContain('is sold out. Nothing was charged.')
  }
  expect(
    await stage.sql('SELECT stock FROM product WHERE id = $1 AND stock <> 0', [productId]),
  ).toEqual([])
  await expectAgreement(stage, 20_000)
})

test('two hundred notifications, repeated and out of order, over three processes, pay an order once', async () => {
  const goods = await countStock(stage.sql)
  const { shopper, orderId } = await placeOne(3)
  await stage.sandbox.pay(`${orderId}-1`)
  const bodies = [await bodyOf(orderId, 'pending'), await bodyOf(orderId, 'settlement')]
  const answers = await Promise.all(
    // Settlement first as often as last.
    times(200).map((i) => post(urlOf(i), bodies[(i >> 1) % 2] ?? '')),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(await movesToPaid(orderId)).toBe(1)
  expect((await browse(shopper, urlOf(2), `/orders/${orderId}`)).text).toContain('>Paid')
  await expectAgreement(stage, 20_000)
  expect(hooks.filter((id) => id === orderId)).toHaveLength(1)
  expect(await countStock(stage.sql)).toEqual(goods)
})

test('a shopper who returns while the notification comes in finds a paid order, paid once', async () => {
  const placed = await Promise.all(times(12).map(() => placeOne(1)))
  await Promise.all(placed.map(({ orderId }) => stage.sandbox.pay(`${orderId}-1`)))
  const bodies = await Promise.all(placed.map(({ orderId }) => bodyOf(orderId, 'settlement')))
  await Promise.all(
    placed.flatMap(({ shopper, orderId }, i) => [
      shopper.get(urlOf(i), `/orders/${orderId}/finish?result=success`),
      post(urlOf(i + 1), bodies[i] ?? ''),
      shopper.get(urlOf(i + 2), `/orders/${orderId}/finish?result=success`),
    ]),
  )
  for (const { shopper, orderId } of placed) {
    expect((await browse(shopper, urlOf(0), `/orders/${orderId}`)).text).toContain('>Paid')
    expect(await movesToPaid(orderId)).toBe(1)
  }
  await expectAgreement(stage, 20_000)
  const ids = placed.map(({ orderId }) => orderId)
  expect(hooks.filter((id) => ids.includes(id)).sort()).toEqual(ids.sort())
})
