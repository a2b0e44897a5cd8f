import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sweep } from '@/lib/orders/sweep'
import { countGoods, makeDue, readEvents, readOrder, readPayment } from '../../kit/ledger'
import { type NotificationReceiver, receiveNotifications } from '../../kit/notification-receiver'
import { placeOne } from '../../kit/orders'
import { openShopWithSandbox, type ShopWithSandbox } from '../../kit/shop-with-sandbox'
import { waitFor } from '../../kit/wait-for'

let shop: ShopWithSandbox
let receiver: NotificationReceiver
beforeAll(async () => {
  receiver = await receiveNotifications()
  shop = await openShopWithSandbox({ APP_URL: receiver.url })
})
afterAll(async () => {
  await shop.close()
  await receiver.close()
})

const becomes = (orderId: string, status: string) =>
  waitFor(`order ${orderId} to be ${status}`, async () => {
    const order = await readOrder(shop, orderId)
    return order.status === status && order
  })

/** The verdicts on what Midtrans notified of one attempt. */
const verdictsOf = async (orderId: string) =>
  (await readEvents(shop, `${orderId}-1`))
    .filter(({ source }) => source === 'notification')
    .map(({ statusTold, verdict }) => `${statusTold} ${verdict}`)

type Fault = 'drop' | 'duplicate' | 'bad_signature' | 'wrong_amount' | 'garbage' | 'content_type'
const distort = (orderId: string, fault: Fault, transaction_status: string) =>
  shop.sandbox.setFaults([
    { match: { order_id: `${orderId}-1` }, on: 'notification', fault, transaction_status },
  ])

describe('the sandbox notifies, and the order becomes', () => {
  test.each([
    ['paid through the deeplink', 'gopay', undefined, 'gopay'],
    ['paid by scanning a gopay code', 'gopay', 'dana', 'qris'],
    ['paid by scanning a QRIS code', 'qris', 'ovo', 'qris'],
  ] as const)('%s', async (_, method, issuer, paymentType) => {
    const orderId = await placeOne({ method })
    await shop.sandbox.pay(`${orderId}-1`, issuer)
    await becomes(orderId, 'paid')
    expect(await readPayment(shop, orderId)).toMatchObject({
      status: 'settlement',
      paymentType,
      issuer: issuer ?? null,
      nextCheckAt: null,
    })
  })

  test('expired at its deadline, and its stock comes back', async () => {
    const goods = await countGoods(shop)
    const orderId = await placeOne()
    await shop.sandbox.advance(16 * 60, `${orderId}-1`)
    await becomes(orderId, 'expired')
    expect(await countGoods(shop)).toEqual(goods)
  })

  test('denied', async () => {
    const orderId = await placeOne()
    await shop.sandbox.deny(`${orderId}-1`)
    await becomes(orderId, 'denied')
  })

  test('cancelled, when it is cancelled elsewhere', async () => {
    const orderId = await placeOne()
    await shop.sandbox.cancel(`${orderId}-1`)
    await becomes(orderId, 'cancelled')
  })
})

test('the pending notification of a charge changes nothing, whichever comes first', async () => {
  const orderId = await placeOne()
  await waitFor('the notification', async () => (await verdictsOf(orderId)).length > 0)
  expect(await readPayment(shop, orderId)).toMatchObject({ status: 'pending', attention: [] })
  expect((await readPayment(shop, orderId)).chargeResponse).toContain('deeplink-redirect')
})

test('a notification that comes twice is applied once', async () => {
  const orderId = await placeOne()
  await distort(orderId, 'duplicate', 'settlement')
  await shop.sandbox.pay(`${orderId}-1`)
  const settlements = () =>
    receiver.answers.filter(({ body }) => body.includes(orderId) && body.includes('settlement'))
  await waitFor('both to come', () => settlements().length === 2)
  expect(
    settlements()
      .map(({ result }) => result)
      .sort(),
  ).toEqual(['applied', 'known'])
  expect((await verdictsOf(orderId)).filter((each) => each.startsWith('settlement'))).toEqual([
    'settlement applied',
  ])
})

describe.each(['drop', 'bad_signature', 'garbage', 'wrong_amount'] as const)(
  'a settlement whose notification has the fault %s',
  (fault) => {
    test('is found out by the worker', async () => {
      const orderId = await placeOne()
      await distort(orderId, fault, 'settlement')
      const before = receiver.answers.length
      await shop.sandbox.pay(`${orderId}-1`)
      if (fault !== 'drop') {
        const refusals = { bad_signature: 403, garbage: 400, wrong_amount: 200 }
        await waitFor('the notification', () =>
          receiver.answers
            .slice(before)
            .some(({ status, result }) => status === refusals[fault] && result !== 'known'),
        )
      }
      expect((await readOrder(shop, orderId)).status).toBe('pending')
      await makeDue(shop, orderId)
      await sweep()
      expect((await readOrder(shop, orderId)).status).toBe('paid')
    })
  },
)

test('a notification of another content type is read all the same', async () => {
  const orderId = await placeOne()
  await distort(orderId, 'content_type', 'settlement')
  await shop.sandbox.pay(`${orderId}-1`)
  await becomes(orderId, 'paid')
})

test('forty orders paid at the same moment are all paid', async () => {
  const goods = await countGoods(shop)
  const orderIds = await Promise.all(Array.from({ length: 40 }, () => placeOne()))
  await Promise.all(orderIds.map((orderId) => shop.sandbox.pay(`${orderId}-1`)))
  await Promise.all(orderIds.map((orderId) => becomes(orderId, 'paid')))
  expect(await countGoods(shop)).toEqual(goods)
})
