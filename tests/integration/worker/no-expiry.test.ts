import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordNotification } from '@/lib/orders/record-notification'
import { sweep } from '@/lib/orders/sweep'
import { sendJson } from '../../kit/http-server'
import { countGoods, makeDue, readOrder, readPayment } from '../../kit/ledger'
import { notificationOf } from '../../kit/notifications'
import { placeOne } from '../../kit/orders'
import {
  openShopWithStrangeMidtrans,
  type ShopWithStrangeMidtrans,
} from '../../kit/shop-with-strange-midtrans'

let shop: ShopWithStrangeMidtrans
beforeAll(async () => {
  shop = await openShopWithStrangeMidtrans()
})
afterAll(() => shop.close())

test('an authorized payment whose charge answer was lost, and of which no news names an end, ends in its time', async () => {
  const goods = await countGoods(shop)
  const orderId = await placeOne()
  const [payment] = await shop.sql<{ amount: number }>(
    'SELECT gross_amount AS amount FROM payment WHERE order_id = $1',
    [orderId],
  )
  const transaction = {
    order_id: `${orderId}-1`,
    transaction_id: randomUUID(),
    gross_amount: `${payment?.amount}.00`,
  }
  const { expiry_time: _, ...authorized } = notificationOf(transaction, 'authorize')
  expect(await recordNotification(JSON.stringify(authorized))).toMatchObject({ verdict: 'applied' })
  shop.midtrans.answer('status', (_request, response) => sendJson(response, 200, authorized))
  shop.midtrans.answer('expire', (_request, response) => {
    sendJson(response, 200, { ...notificationOf(transaction, 'expire'), status_code: '407' })
  })

  await makeDue(shop, orderId)
  await sweep()
  expect(await readOrder(shop, orderId)).toMatchObject({ status: 'pending', holdsStock: true })

  await shop.sql(
    `UPDATE payment SET created_at = now() - interval '16 minutes' WHERE order_id = $1`,
    [orderId],
  )
  await makeDue(shop, orderId)
  await sweep()
  expect(await readPayment(shop, orderId)).toMatchObject({ status: 'expire', nextCheckAt: null })
  expect(await readOrder(shop, orderId)).toMatchObject({ status: 'expired', holdsStock: false })
  expect(await countGoods(shop)).toEqual(goods)
})
