import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { payAgain } from '@/lib/orders/pay-again'
import { visitAfterWallet } from '@/lib/orders/visit-order'
import { startWorker } from '@/lib/orders/worker'
import type { Fault } from '@/sandbox/faults/fault'
import { inBatches } from '../kit/batches'
import { countGoods, readOrder, readPayments } from '../kit/ledger'
import { type NotificationReceiver, receiveNotifications } from '../kit/notification-receiver'
import { BROWSER_SECRET, placementOf, placeOne } from '../kit/orders'
import { openShopWithSandbox, type ShopWithSandbox } from '../kit/shop-with-sandbox'
import { waitFor } from '../kit/wait-for'

let shop: ShopWithSandbox
let receiver: NotificationReceiver
beforeAll(async () => {
  receiver = await receiveNotifications()
  shop = await openShopWithSandbox({ APP_URL: receiver.url, SCHEDULE_SCALE: '0.02' })
})
afterAll(async () => {
  await shop.close()
  await receiver.close()
})

const callFaultArbitrary = fc.record({
  on: fc.constantFrom('charge', 'status', 'cancel', 'expire'),
  fault: fc.constantFrom(
    'reset_before',
    'reset_after',
    'status_500',
    'status_503',
    'html',
    'truncated_json',
    'slow_after',
  ),
  times: fc.integer({ min: 1, max: 3 }),
  delay_ms: fc.integer({ min: 50, max: 400 }),
})
const notificationFaultArbitrary = fc.record({
  on: fc.constant('notification'),
  fault: fc.constantFrom('drop', 'duplicate', 'bad_signature', 'garbage', 'delay'),
  delay_ms: fc.integer({ min: 10, max: 400 }),
})
const lifeArbitrary = fc.record({
  method: fc.constantFrom('gopay' as const, 'qris' as const),
  faults: fc.array(fc.oneof(callFaultArbitrary, notificationFaultArbitrary), { maxLength: 4 }),
  deeds: fc.array(fc.constantFrom('pay', 'scan', 'expire', 'deny', 'cancel', 'again', 'return'), {
    minLength: 1,
    maxLength: 5,
  }),
})
type Life = typeof lifeArbitrary extends fc.Arbitrary<infer T> ? T : never

/** What shopper and wallet do with one order; some of it comes too late, or finds no transaction. */
async function live({ method, faults, deeds }: Life): Promise<string> {
  const placement = placementOf({ method })
  const match = { email: placement.customer.email }
  const all = faults.map((fault) => ({ match, ...fault }) as Fault)
  if (all.length > 0) await shop.sandbox.setFaults(all)
  const orderId = await placeOne(placement)
  for (const deed of deeds) {
    const { currentAttempt } = await readOrder(shop, orderId)
    const id = `${orderId}-${currentAttempt}`
    if (deed === 'pay') await shop.sandbox.pay(id).catch(() => {})
    if (deed === 'scan') await shop.sandbox.pay(id, 'dana').catch(() => {})
    if (deed === 'expire') await shop.sandbox.expire(id).catch(() => {})
    if (deed === 'deny') await shop.sandbox.deny(id).catch(() => {})
    if (deed === 'cancel') await cancelOrder(orderId, BROWSER_SECRET)
    if (deed === 'again') await payAgain(orderId, BROWSER_SECRET)
    if (deed === 'return') await visitAfterWallet(orderId)
  }
  return orderId
}

/** Which word an unpaid attempt ended with may differ: who gave it up first, shop or Midtrans, chose it. */
function kindOf(status: string | undefined): 'open' | 'paid' | 'over' {
  if (status === 'settlement') return 'paid'
  return status === 'pending' || status === 'created' ? 'open' : 'over'
}

/** What is wrong between the shop and Midtrans about one order, if anything is. */
async function disagreement(orderId: string): Promise<string | undefined> {
  const order = await readOrder(shop, orderId)
  let isPaid = false
  for (const { attempt, status } of await readPayments(shop, orderId)) {
    const told = (await shop.sandbox.transactions(`${orderId}-${attempt}`))[0]?.transaction_status
    const kind = kindOf(told)
    if (kindOf(status) !== kind) return `attempt ${attempt} is ${status} here and ${told} there`
    const isCurrent = attempt === order.currentAttempt && order.status === 'pending'
    if (kind === 'open' && !isCurrent)
      return `attempt ${attempt} of a ${order.status} order is open`
    isPaid ||= kind === 'paid'
  }
  if (isPaid !== (order.status === 'paid')) return `the order is ${order.status}, paid: ${isPaid}`
  return isPaid && !order.hookDoneAt ? 'its hook has not run' : undefined
}

test('whatever happens on the way, shop and Midtrans agree on every order in the end', async () => {
  const goods = await countGoods(shop)
  const seed = Date.now() & 0x7fffffff
  const lives = fc.sample(lifeArbitrary, { numRuns: 40, seed })
  const workers = [startWorker(), startWorker()]
  const orderIds = await inBatches(lives, 20, live)
  await shop.sandbox.clearFaults()
  for (const orderId of orderIds) {
    let last: string | undefined
    await waitFor(`order ${orderId} of seed ${seed}`, async () => {
      last = await disagreement(orderId)
      return last === undefined
    }).catch((error: Error) => {
      throw new Error(`${error.message} ${last}`)
    })
  }
  await Promise.all(workers.map((worker) => worker.stop()))
  expect(await countGoods(shop)).toEqual(goods)
})
