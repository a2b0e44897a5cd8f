import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { applyPaymentFact } from '@/lib/orders/apply-payment-fact'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { sweep } from '@/lib/orders/sweep'
import { factOf } from '../../kit/facts'
import { readFixture } from '../../kit/fixtures'
import { sendJson } from '../../kit/http-server'
import { countGoods, makeDue, readEvents, readOrder, readPayment } from '../../kit/ledger'
import { BROWSER_SECRET, makeOrder, placeOne } from '../../kit/orders'
import {
  openShopWithStrangeMidtrans,
  type ShopWithStrangeMidtrans,
} from '../../kit/shop-with-strange-midtrans'

let shop: ShopWithStrangeMidtrans
beforeAll(async () => {
  shop = await openShopWithStrangeMidtrans()
})
afterAll(() => shop.close())

const charged = readFixture('answers', 'charge-gopay-2024-real')

/** A charge answer for what was asked, with some of its fields exchanged. */
function answerCharge(fields: Record<string, unknown> = {}): void {
  shop.midtrans.answer('charge', ({ body }, response) => {
    const { order_id, gross_amount } = JSON.parse(body).transaction_details
    sendJson(response, 200, { ...charged, order_id, gross_amount: `${gross_amount}.00`, ...fields })
  })
}
beforeEach(() => answerCharge())

describe('a charge is refused for good', () => {
  test.each([
    ['401-unknown-key-2024-real', 401, 'unauthorized'],
    ['402-not-activated', 200, 'channel_not_active'],
    ['404-gopay-wallet', 200, 'not_found'],
    ['410-gopay-user-blocked', 200, 'wallet_blocked'],
    ['413-malformed', 200, 'malformed_request'],
  ] as const)('by %s', async (name, httpStatus, refusal) => {
    const goods = await countGoods(shop)
    shop.midtrans.answer('charge', (_, response) => {
      sendJson(response, httpStatus, readFixture('errors', name))
    })
    const orderId = await placeOne()
    expect(await readOrder(shop, orderId)).toMatchObject({ status: 'failed', holdsStock: false })
    expect(await readPayment(shop, orderId)).toMatchObject({ refusal, nextCheckAt: null })
    expect(await countGoods(shop)).toEqual(goods)
  })
})

describe('a charge is not concluded', () => {
  test('by a key that was changed after its first call had arrived: that transaction is cancelled', async () => {
    let amount = ''
    shop.midtrans.answer('charge', ({ body }, response) => {
      amount = `${JSON.parse(body).transaction_details.gross_amount}.00`
      response.socket?.destroy()
    })
    const orderId = await placeOne()
    const about = { ...charged, order_id: `${orderId}-1`, gross_amount: amount }
    shop.midtrans.answer('charge', (_, response) => {
      sendJson(response, 401, readFixture('errors', '401-unknown-key-2024-real'))
    })
    shop.midtrans.answer('status', (_, response) => sendJson(response, 200, about))
    shop.midtrans.answer('cancel', (_, response) => {
      sendJson(response, 200, { ...about, status_code: '200', transaction_status: 'cancel' })
    })
    await makeDue(shop, orderId)
    await sweep()
    expect(shop.midtrans.calls()).toContain(`POST /v2/${orderId}-1/cancel`)
    expect(await readPayment(shop, orderId)).toMatchObject({ status: 'cancel' })
  })

  test.each([301, 302, 307])('by a redirect with %i', async (status) => {
    shop.midtrans.answer('charge', (_, response) => {
      response.writeHead(status, { Location: `${shop.midtrans.url}/v2/elsewhere` }).end()
    })
    const orderId = await placeOne()
    expect(await readPayment(shop, orderId)).toMatchObject({ status: 'created', refusal: null })
    expect(shop.midtrans.calls().some((call) => call.includes('elsewhere'))).toBe(false)
  })

  test('by a page of a proxy that knows no such address', async () => {
    shop.midtrans.answer('charge', (_, response) => void response.writeHead(404).end('<html>'))
    const orderId = await placeOne()
    expect(await readPayment(shop, orderId)).toMatchObject({ status: 'created', refusal: null })
  })
})

test.each([
  ['another order', 'order_differs', { order_id: 'TKO-SOMEONE-ELSES-1' }],
  ['another currency', 'currency_differs', { currency: 'USD' }],
  ['a settled amount that is not ours', 'amount_differs', { gross_amount: '1.00' }],
])(
  'a charge answer about %s is shown to a person, and its code to nobody',
  async (_, reason, fields) => {
    answerCharge(fields)
    shop.midtrans.answer('cancel', (_request, response) => {
      sendJson(response, 200, readFixture('errors', '404-cancel-2019-real'))
    })
    const orderId = await placeOne()
    expect(await readPayment(shop, orderId)).toMatchObject({
      chargeResponse: null,
      attention: [reason],
    })
    expect(await readOrder(shop, orderId)).toMatchObject({ status: 'failed', holdsStock: false })
  },
)

test('an answer longer than any of Midtrans is not read to its end', async () => {
  shop.midtrans.answer('charge', (_, response) => {
    response.writeHead(200)
    const write = () => {
      while (response.write('x'.repeat(64 * 1024)));
    }
    response.on('drain', write)
    write()
  })
  const orderId = await placeOne()
  expect(await readPayment(shop, orderId)).toMatchObject({ status: 'created', refusal: null })
})

test('Cancel is not believed from a proxy: the order stays open', async () => {
  const orderId = await placeOne()
  shop.midtrans.answer('cancel', (_, response) => void response.writeHead(404).end('<html>'))
  expect(await cancelOrder(orderId, BROWSER_SECRET)).toEqual({ ok: false, code: 'no_answer' })
  expect(await readOrder(shop, orderId)).toMatchObject({ status: 'pending', holdsStock: true })
})

test.each([
  ['401-docs', 401],
  ['402-not-activated', 200],
  ['413-malformed', 200],
  ['500-body', 200],
] as const)(
  'a doubtful settlement is not given up because Get Status answers %s',
  async (name, httpStatus) => {
    const order = await makeOrder(shop, { status: 'expire' })
    await applyPaymentFact(factOf(order, 'settlement'))
    shop.midtrans.answer('status', (_, response) => {
      sendJson(response, httpStatus, readFixture('errors', name))
    })
    await sweep()
    expect((await readPayment(shop, order.orderId)).nextCheckAt).not.toBeNull()

    const { grossAmount, midtransOrderId, transactionId } = order
    shop.midtrans.answer('status', (_, response) => {
      sendJson(response, 200, {
        ...charged,
        status_code: '200',
        transaction_status: 'settlement',
        order_id: midtransOrderId,
        transaction_id: transactionId,
        gross_amount: `${grossAmount}.00`,
      })
    })
    await makeDue(shop, order.orderId)
    await sweep()
    expect(await readOrder(shop, order.orderId)).toMatchObject({ status: 'paid', paidLate: true })
  },
)

test('an answer about another order than was asked about changes neither of them', async () => {
  const [asked, named] = [await makeOrder(shop), await makeOrder(shop)]
  shop.midtrans.answer('status', (_, response) => {
    sendJson(response, 200, {
      ...charged,
      status_code: '200',
      transaction_status: 'settlement',
      order_id: named.midtransOrderId,
      gross_amount: `${named.grossAmount}.00`,
    })
  })
  await makeDue(shop, asked.orderId)
  await sweep()
  for (const { orderId } of [asked, named]) {
    expect((await readOrder(shop, orderId)).status).toBe('pending')
  }
  expect(await readEvents(shop, asked.midtransOrderId)).toMatchObject([
    { kind: 'call', source: 'status' },
    { kind: 'fact', verdict: 'marked', reason: 'order_differs' },
  ])
})

test('with no connection at all the order stands, and is charged once there is one', async () => {
  shop.midtrans.answer('charge', (_, response) => void response.socket?.destroy())
  const orderId = await placeOne()
  expect(await readOrder(shop, orderId)).toMatchObject({ status: 'pending', holdsStock: true })
  answerCharge()
  await makeDue(shop, orderId)
  await sweep()
  expect(await readPayment(shop, orderId)).toMatchObject({ status: 'pending' })
})
