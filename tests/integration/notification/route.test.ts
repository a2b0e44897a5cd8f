import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readEvents, readOrder, readPayment } from '../../kit/ledger'
import { notificationAbout, sign } from '../../kit/notifications'
import { notify } from '../../kit/notify'
import { type MadeOrder, makeOrder } from '../../kit/orders'
import { openShop, type TestShop } from '../../kit/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop({ variables: { MIDTRANS_MERCHANT_ID: 'G123456789' } })
})
afterAll(() => shop.close())

function bodyOf(order: MadeOrder, status: string, fields: Record<string, unknown> = {}) {
  return notificationAbout(order, status, { merchant_id: 'G123456789', ...fields })
}

async function countEvents(): Promise<number> {
  const [row] = await shop.sql<{ count: number }>('SELECT count(*)::int FROM payment_event')
  return row?.count ?? -1
}

describe('200, and the order moves', () => {
  test.each([
    ['settlement', 'paid'],
    ['expire', 'expired'],
    ['cancel', 'cancelled'],
    ['deny', 'denied'],
    ['failure', 'failed'],
  ])('by %s to %s', async (status, expected) => {
    const order = await makeOrder(shop)
    expect(await notify(bodyOf(order, status))).toMatchObject({ status: 200, result: 'applied' })
    expect((await readOrder(shop, order.orderId)).status).toBe(expected)
    expect(await readEvents(shop, order.midtransOrderId)).toHaveLength(1)
  })
})

describe('200, stored, and the order stays', () => {
  test('for a duplicate, which is stored once', async () => {
    const order = await makeOrder(shop)
    const body = bodyOf(order, 'settlement')
    await notify(body)
    for (const _ of ['second', 'third']) {
      expect(await notify(body)).toMatchObject({ status: 200, result: 'known' })
    }
    expect(await readEvents(shop, order.midtransOrderId)).toHaveLength(1)
  })

  test.each(['pending', 'expire', 'cancel', 'deny'])(
    'for a %s after the settlement',
    async (late) => {
      const order = await makeOrder(shop, { status: 'settlement' })
      expect(await notify(bodyOf(order, late))).toMatchObject({
        status: 200,
        result: 'out_of_date',
      })
      expect((await readOrder(shop, order.orderId)).status).toBe('paid')
      expect(await readEvents(shop, order.midtransOrderId)).toHaveLength(1)
    },
  )

  test('for a settlement after the expiry, which makes Get Status due at once', async () => {
    const order = await makeOrder(shop, { status: 'expire' })
    expect(await notify(bodyOf(order, 'settlement'))).toMatchObject({
      status: 200,
      result: 'doubtful',
    })
    expect(await readPayment(shop, order.orderId)).toMatchObject({ status: 'expire', isDue: true })
  })

  test('for an order that is not ours', async () => {
    const order = { ...(await makeOrder(shop)), midtransOrderId: 'ORDER-of-another-system' }
    expect(await notify(bodyOf(order, 'settlement'))).toMatchObject({
      status: 200,
      result: 'unknown_order',
    })
    expect(await readEvents(shop, 'ORDER-of-another-system')).toHaveLength(1)
  })

  test.each([
    ['another amount', 'amount_differs', { gross_amount: '1.00' }],
    ['another currency', 'currency_differs', { currency: 'USD' }],
    ['another merchant', 'merchant_differs', { merchant_id: 'G999999999' }],
    ['a code that goes with another status', 'status_code_differs', { status_code: '201' }],
    ['a fraud status that is not accepted', 'fraud_status', { fraud_status: 'challenge' }],
    ['a status that nobody knows', 'unknown_status', { transaction_status: 'on_hold' }],
  ])('marked, for %s', async (_, reason, fields) => {
    const order = await makeOrder(shop)
    const body = sign({ ...bodyOf(order, 'settlement'), ...fields })
    expect(await notify(body)).toMatchObject({ status: 200, result: 'marked' })
    expect((await readOrder(shop, order.orderId)).status).toBe('pending')
    expect((await readPayment(shop, order.orderId)).attention).toEqual([reason])
    expect(await readEvents(shop, order.midtransOrderId)).toMatchObject([{ reason }])
  })
})

describe('403, and no row', () => {
  test.each([
    ['a wrong signature', { signature_key: '0'.repeat(128) }],
    ['an upper-case signature', (body: string) => body.toUpperCase()],
    ['no digits at all', { signature_key: 'signature' }],
    ["the dashboard's test, unsigned", { order_id: 'payment_notif_test_G123456789_1' }],
    ['an amount that was raised after signing', { gross_amount: '999999.00' }],
    ['another order under the same signature', { order_id: 'TKO-ANOTHER-1' }],
  ])('for %s', async (_, change) => {
    const order = await makeOrder(shop)
    const body = bodyOf(order, 'settlement')
    const forged =
      typeof change === 'function'
        ? { ...body, signature_key: change(String(body.signature_key)) }
        : { ...body, ...change }
    const before = await countEvents()
    expect(await notify(forged)).toMatchObject({ status: 403, result: 'bad_signature' })
    expect(await countEvents()).toBe(before)
    expect((await readOrder(shop, order.orderId)).status).toBe('pending')
  })

  test('a signed pending body whose word was made settlement is not believed', async () => {
    const order = await makeOrder(shop)
    const forged = { ...bodyOf(order, 'pending'), transaction_status: 'settlement' }
    expect(await notify(forged)).toMatchObject({ status: 200, result: 'marked' })
    expect((await readOrder(shop, order.orderId)).status).toBe('pending')
  })

  test('a signature whose fields were cut at another place moves no order', async () => {
    const order = await makeOrder(shop)
    const signed = bodyOf(order, 'pending')
    const text = `${signed.order_id}${signed.status_code}${signed.gross_amount}`
    for (let end = 1; end < text.length - 4; end += 1) {
      const [order_id, status_code, gross_amount] = [
        text.slice(0, end),
        text.slice(end, end + 3),
        text.slice(end + 3),
      ]
      const { result } = await notify({
        ...signed,
        transaction_status: 'settlement',
        order_id,
        status_code,
        gross_amount,
      })
      expect(result).not.toBe('applied')
    }
    expect((await readOrder(shop, order.orderId)).status).toBe('pending')
  })
})

test('the signature and the echoed contact are in no row', async () => {
  const order = await makeOrder(shop)
  const contact = { full_name: 'Budi Santoso', email: 'budi@example.com', phone: '+6281200000000' }
  const body = bodyOf(order, 'settlement', { customer_details: contact })
  await notify(body)
  const rows = JSON.stringify(await readEvents(shop, order.midtransOrderId))
  for (const hidden of [String(body.signature_key), 'signature_key', ...Object.values(contact)]) {
    expect(rows).not.toContain(hidden)
  }
})

test('no answer may be kept by a cache', async () => {
  for (const body of ['', {}, bodyOf(await makeOrder(shop), 'settlement')]) {
    expect((await notify(body)).headers.get('cache-control')).toBe('no-store')
  }
})
