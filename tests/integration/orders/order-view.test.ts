import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GET as getStatus } from '@/app/orders/[orderId]/status/route'
import { applyPaymentFact } from '@/lib/orders/apply-payment-fact'
import { createOrderId } from '@/lib/orders/order-id'
import { viewOrder } from '@/lib/orders/order-view'
import { findOwnedOrder, ownsOrder } from '@/lib/orders/owned-order'
import { factOf } from '../../kit/facts'
import { BROWSER_SECRET, makeNextAttempt, makeOrder } from '../../kit/orders'
import { openShop, type TestShop } from '../../kit/shop'

const API = 'http://localhost:4000'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop({ apiUrl: API })
})
afterAll(() => shop.close())

async function makeCharged(actions: unknown) {
  const order = await makeOrder(shop, { status: 'created' })
  await applyPaymentFact(factOf(order, 'pending', 'charge', { actions }))
  return order
}

const QR = `${API}/v2/gopay/1/qr-code`
const DEEPLINK = `${API}/gopay/partner/app/payment-pin?id=1`
const action = (name: string, url: string) => ({ name, method: 'GET', url })

describe('the ways to pay that a page offers', () => {
  test('are those of the charge answer, by their names', async () => {
    const { orderId } = await makeCharged([
      action('generate-qr-code-v2', `${API}//v4/qris/gopay/A1/qr-code`),
      action('deeplink-redirect', DEEPLINK),
      action('generate-qr-code', QR),
    ])
    const order = await viewOrder(orderId)
    expect(order?.payment).toMatchObject({ isCharged: true, qrCodeUrl: QR, deeplinkUrl: DEEPLINK })
  })

  test.each([
    'https://evil.com/v2/gopay/1/qr-code',
    'javascript:alert(1)',
    `${API}@evil.com/`,
    'gojek://gopay/merchanttransfer?tref=1',
  ])('never lead to %s, which the gateway has no business with', async (url) => {
    const { orderId } = await makeCharged([
      action('generate-qr-code', url),
      action('deeplink-redirect', url),
    ])
    const order = await viewOrder(orderId)
    expect(order?.payment.qrCodeUrl).toBeUndefined()
    expect(order?.payment.deeplinkUrl).toBeUndefined()
  })

  test('are none when the answer has none', async () => {
    for (const actions of [undefined, []]) {
      const { orderId } = await makeCharged(actions)
      expect((await viewOrder(orderId))?.payment.qrCodeUrl).toBeUndefined()
    }
  })
})

test('an order shows a masked contact, and nothing of its keys', async () => {
  const { orderId } = await makeOrder(shop)
  const order = await viewOrder(orderId)
  expect(order?.contact).toEqual({ email: 'b••••@example.com', phone: '••••890' })
  expect(JSON.stringify(order)).not.toMatch(/digest|placementKey|081234|budi@|chargeResponse/i)
})

test('the attempt that counts is the paid one, else the latest', async () => {
  const first = await makeOrder(shop)
  const second = await makeNextAttempt(shop, first)
  expect((await viewOrder(first.orderId))?.payment.id).toBe(second.paymentId)
  await applyPaymentFact(factOf(first, 'settlement'))
  expect((await viewOrder(first.orderId))?.payment.id).toBe(first.paymentId)
  await applyPaymentFact(factOf(second, 'settlement'))
  expect(await viewOrder(first.orderId)).toMatchObject({
    paidTwice: true,
    payment: { id: first.paymentId },
  })
})

test.each([
  ['malformed', 'TKO-1'],
  ['in lower case', createOrderId().toLowerCase()],
  ['with a NUL', `TKO-${'\u0000'.repeat(26)}`],
  ['of SQL', "' OR '1'='1"],
  ['of an attempt', `${createOrderId()}-1`],
  ['that no order has', createOrderId()],
])('an id %s has no page', async (_, orderId) => {
  expect(await viewOrder(orderId)).toBeUndefined()
  expect(await findOwnedOrder(orderId, BROWSER_SECRET)).toBeUndefined()
  const response = await getStatus(new Request('http://localhost/'), {
    params: Promise.resolve({ orderId }),
  })
  expect(response.status).toBe(404)
  expect(await response.json()).toEqual({ error: 'not found' })
})

test('the status of an order is public, whole and never kept by a cache', async () => {
  const { orderId, grossAmount } = await makeOrder(shop)
  const response = await getStatus(new Request('http://localhost/'), {
    params: Promise.resolve({ orderId }),
  })
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.json()).toEqual({
    orderId,
    status: 'pending',
    paymentType: 'gopay',
    grossAmount,
    currency: 'IDR',
    expiresAt: expect.stringMatching(/Z$/),
    paidAt: null,
  })
})

test('an order belongs to the browser that placed it', async () => {
  const { orderId } = await makeOrder(shop)
  expect(await ownsOrder(orderId, BROWSER_SECRET)).toBe(true)
  expect(await ownsOrder(orderId, `${BROWSER_SECRET}x`)).toBe(false)
  expect(await ownsOrder(orderId, '')).toBe(false)
  expect(await ownsOrder(orderId, undefined)).toBe(false)
})
