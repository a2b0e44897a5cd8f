import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inBatches } from '../../kit/batches'
import { readOrder } from '../../kit/ledger'
import { notificationOf, sign } from '../../kit/notifications'
import { notify, notifyInPieces } from '../../kit/notify'
import { type MadeOrder, makeOrder } from '../../kit/orders'
import { openShop, type TestShop } from '../../kit/shop'

const LIMIT = 64 * 1024

let shop: TestShop
let order: MadeOrder
beforeAll(async () => {
  shop = await openShop()
  order = await makeOrder(shop)
})
afterAll(() => shop.close())

const settlement = () =>
  notificationOf(
    { order_id: order.midtransOrderId, gross_amount: `${order.grossAmount}.00` },
    'settlement',
  )

/** Signs whatever the fields hold: an object has no text of its own that a signature could cover. */
function signAsText(body: Record<string, unknown>): object {
  const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
  const { signature_key } = sign({
    order_id: `${textOf(body.order_id)}`,
    status_code: `${textOf(body.status_code)}`,
    gross_amount: `${textOf(body.gross_amount)}`,
  })
  return { ...body, signature_key }
}

async function countEvents(): Promise<number> {
  const [row] = await shop.sql<{ count: number }>('SELECT count(*)::int FROM payment_event')
  return row?.count ?? -1
}

test.each([
  ['nothing', ''],
  ['a form', 'order_id=1&status_code=200'],
  ['XML', '<?xml version="1.0"?><notification/>'],
  ['half of a notification', '{"order_id":"TKO-1-1","status_co'],
  ['a list', '[]'],
  ['null', 'null'],
  ['bytes that are not UTF-8', new Uint8Array([0xff, 0xfe, 0x00, 0x80])],
  ['zipped bytes', new Uint8Array([0x1f, 0x8b, 0x08, 0x00])],
  ['an empty object', '{}'],
])('400, and no row, for %s', async (_, body) => {
  const before = await countEvents()
  expect((await notify(body)).status).toBe(400)
  expect(await countEvents()).toBe(before)
})

describe('the limit of 64 KiB', () => {
  const filled = (bytes: number) => {
    const text = JSON.stringify({ ...settlement(), transaction_status: 'on_hold', filler: '' })
    return text.replace('"filler":""', `"filler":"${'x'.repeat(bytes - text.length)}"`)
  }

  test('lets a body of exactly that size in', async () => {
    const body = filled(LIMIT)
    expect(body.length).toBe(LIMIT)
    expect((await notify(body)).status).toBe(200)
  })

  test('refuses one byte more with 413, and stores nothing', async () => {
    const before = await countEvents()
    expect((await notify(filled(LIMIT + 1))).status).toBe(413)
    expect(await countEvents()).toBe(before)
  })

  test('counts bytes and not characters', async () => {
    const body = JSON.stringify({ ...settlement(), filler: 'é'.repeat(LIMIT / 2) })
    expect(body.length).toBeLessThan(LIMIT)
    expect((await notify(body)).status).toBe(413)
  })

  test('holds for a stream that never says how long it is, and does not read it to its end', async () => {
    let sent = 0
    let cancelled = false
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1024
        controller.enqueue(new Uint8Array(1024).fill(0x20))
      },
      cancel() {
        cancelled = true
      },
    })
    const response = await notifyInPieces(endless)
    expect(response.status).toBe(413)
    expect(cancelled).toBe(true)
    expect(sent).toBeLessThan(2 * LIMIT)
  })

  test('lets a small body in that comes byte by byte', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ ...settlement(), status_code: 'x' }))
    const dripping = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]))
        controller.close()
      },
    })
    const response = await notifyInPieces(dripping)
    expect(response.status).toBe(400)
  })
})

test('a stream that breaks off is answered without storing anything', async () => {
  const before = await countEvents()
  const broken = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"order_id":'))
      controller.error(new Error('connection reset'))
    },
  })
  const response = await notifyInPieces(broken)
  expect([400, 503]).toContain(response.status)
  expect(await countEvents()).toBe(before)
})

test('a signed body with thirty thousand brackets inside is no server error', async () => {
  const text = JSON.stringify(settlement()).replace(
    /}$/,
    `,"x":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
  )
  expect((await notify(text)).status).toBeLessThan(500)
})

test.each(['\u0000', '\ud800', '\u202e', '\\u0000', '💸'.repeat(100)])(
  'a signed body whose new field holds %j is stored',
  async (value) => {
    const body = sign({ ...settlement(), transaction_status: 'on_hold', new_field: value })
    expect(await notify(body)).toMatchObject({ status: 200, result: 'marked' })
  },
)

test('of 600 generated bodies none is a server error, and none moves the order', async () => {
  const signed = settlement()
  const fields = Object.keys(signed)
  const mutated = fc
    .record({
      drop: fc.subarray(fields),
      values: fc.dictionary(fc.constantFrom(...fields, 'extra', '__proto__'), fc.jsonValue()),
      resign: fc.boolean(),
    })
    .map(({ drop, values, resign }) => {
      const body: Record<string, unknown> = { ...signed, transaction_status: 'expire', ...values }
      for (const field of drop) delete body[field]
      // Signed or not, what it says of the order is not what a notification says.
      return JSON.stringify(resign ? signAsText({ ...body, gross_amount: '7.00' }) : body)
    })
  const seed = Date.now() & 0x7fffffff
  const bodies = fc.sample(fc.oneof(fc.string(), fc.json(), mutated), { seed, numRuns: 600 })
  const statuses = await inBatches(bodies, 25, async (body) => (await notify(body)).status)
  const wrong = bodies.filter((_, i) => ![200, 400, 403].includes(statuses[i] ?? 0))
  expect(wrong, `seed ${seed}`).toEqual([])
  expect((await readOrder(shop, order.orderId)).status, `seed ${seed}`).toBe('pending')
})
