import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readEvents, readPayment } from '../kit/ledger'
import { type NotificationBody, notificationAbout, sign } from '../kit/notifications'
import { type MadeOrder, makeOrder } from '../kit/orders'
import { openTarget, type Target } from './stage'

const MERCHANT = 'G000000000'

let target: Target
let order: MadeOrder
beforeAll(async () => {
  target = await openTarget({ MIDTRANS_MERCHANT_ID: MERCHANT })
  order = await makeOrder(target.shop)
}, 240_000)
afterAll(() => target.close())

const post = (body: unknown) =>
  fetch(`${target.server.url}/api/midtrans/notification`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

type Forge = (paid: NotificationBody) => NotificationBody
const refused: [string, Forge][] = [
  ['no signature', ({ signature_key: _, ...body }) => body],
  ['an empty signature', (body) => ({ ...body, signature_key: '' })],
  ['the signature of another key', (body) => sign(body, 'SB-Mid-server-another')],
  ['the signature of an empty key', (body) => sign(body, '')],
  [
    'upper-case hex',
    (body) => ({ ...body, signature_key: String(body.signature_key).toUpperCase() }),
  ],
  ['short hex', (body) => ({ ...body, signature_key: String(body.signature_key).slice(0, 126) })],
  ['a list for a signature', (body) => ({ ...body, signature_key: [body.signature_key] })],
  ['a lower amount', (body) => ({ ...body, gross_amount: '1.00' })],
  [
    'the test prefix of the dashboard',
    (body) => ({ ...body, order_id: `payment_notif_test_${body.order_id}` }),
  ],
]

describe('a notification with', () => {
  test.each(refused)('%s is refused and pays nothing', async (_, forge) => {
    const { status } = await post(forge(notificationAbout(order, 'settlement')))
    expect([400, 403]).toContain(status)
    expect((await readPayment(target.shop, order.orderId)).status).toBe('pending')
  })

  const signedAndWrong: [string, () => NotificationBody][] = [
    [
      'a changed status word',
      () => ({ ...notificationAbout(order, 'pending'), transaction_status: 'settlement' }),
    ],
    [
      'another amount, signed',
      () => notificationAbout(order, 'settlement', { gross_amount: '1.00' }),
    ],
    [
      'another merchant',
      () => notificationAbout(order, 'settlement', { merchant_id: 'G999999999' }),
    ],
    ['another currency', () => notificationAbout(order, 'settlement', { currency: 'USD' })],
  ]
  test.each(signedAndWrong)('%s is stored for a person and pays nothing', async (_, forge) => {
    const body = JSON.stringify(forge())
    expect((await post(body)).status).toBe(200)
    expect((await readPayment(target.shop, order.orderId)).status).toBe('pending')
    const stored = (await readEvents(target.shop, order.midtransOrderId)).at(-1)
    expect(stored).toMatchObject({ source: 'notification', verdict: 'marked' })
    expect(JSON.parse(stored?.body ?? '{}')).toMatchObject({ order_id: order.midtransOrderId })
  })

  test('fields shifted over the missing separators pays nothing', async () => {
    const body = notificationAbout(order, 'pending')
    // The signature covers order id, code and amount in one text: the last digits of the code may move.
    const shifted = {
      ...body,
      order_id: `${body.order_id}20`,
      status_code: `1${body.gross_amount.slice(0, 2)}`,
      gross_amount: body.gross_amount.slice(2),
      transaction_status: 'settlement',
    }
    expect((await post(shifted)).status).toBeLessThan(500)
    expect((await readPayment(target.shop, order.orderId)).status).toBe('pending')
  })

  test('one that names a later deadline moves none', async () => {
    const readDeadline = async () => {
      const [row] = await target.shop.sql<{ at: Date }>(
        'SELECT expires_at AS at FROM payment WHERE order_id = $1',
        [order.orderId],
      )
      return row?.at
    }
    const deadline = await readDeadline()
    expect(deadline).toBeInstanceOf(Date)
    for (const field of ['expiry_time', 'expire_time', 'transaction_time']) {
      const later = notificationAbout(order, 'pending', { [field]: '2099-01-01 00:00:00' })
      expect((await post(later)).status).toBe(200)
    }
    expect(await readDeadline()).toEqual(deadline)
  })

  test('an old one that is sent again undoes nothing', async () => {
    const other = await makeOrder(target.shop)
    const [pending, paid] = [
      notificationAbout(other, 'pending'),
      notificationAbout(other, 'settlement'),
    ]
    for (const body of [pending, paid, pending, notificationAbout(other, 'expire')])
      await post(body)
    expect((await readPayment(target.shop, other.orderId)).status).toBe('settlement')
  })
})

test('a body that is larger than 64 KiB is not read to its end', async () => {
  expect((await post(' '.repeat(65 * 1024))).status).toBe(413)
})

test('a body that drips is hung up on, and many of them keep nobody waiting', async () => {
  const { hostname, port } = new URL(target.server.url)
  const started = Date.now()
  const drip = () =>
    new Promise<number>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          'POST /api/midtrans/notification HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{',
        )
      })
      const drop = setInterval(() => socket.write(' '), 300)
      socket.on('data', (data) => resolve(Number(data.toString().split(' ')[1])))
      socket.on('error', reject)
      socket.on('close', () => clearInterval(drop))
      setTimeout(() => socket.destroy(), 12_000).unref()
    })
  const slow = Promise.all(Array.from({ length: 30 }, drip))
  expect((await fetch(`${target.server.url}/api/health`)).status).toBe(200)
  expect(Date.now() - started).toBeLessThan(3_000)
  expect(new Set(await slow)).toEqual(new Set([408]))
  expect(Date.now() - started).toBeLessThan(10_000)
})
