import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readEvents, readOrder, readPayment } from '../../kit/ledger'
import { notificationOf } from '../../kit/notifications'
import { notify } from '../../kit/notify'
import { placementOf, placeOne } from '../../kit/orders'
import { runCommand } from '../../kit/run-command'
import { openShopWithSandbox, type ShopWithSandbox } from '../../kit/shop-with-sandbox'

// Each command is a process of its own, which compiles what it needs when it starts.
vi.setConfig({ testTimeout: 60_000 })

let shop: ShopWithSandbox
beforeAll(async () => {
  shop = await openShopWithSandbox({ SCHEDULE_SCALE: '0.02' })
})
afterAll(() => shop.close())

const payment = (...args: string[]) => runCommand('payment', args)

/** What Midtrans tells of an order's first attempt. */
async function tell(orderId: string, status: string): Promise<void> {
  const { order_id, gross_amount, transaction_id } = await shop.sandbox.transaction(`${orderId}-1`)
  const { status: answer } = await notify(
    notificationOf({ order_id, gross_amount, transaction_id }, status),
  )
  expect(answer).toBe(200)
}

async function paidOrder(): Promise<string> {
  const orderId = await placeOne(placementOf())
  await shop.sandbox.pay(`${orderId}-1`)
  await tell(orderId, 'settlement')
  return orderId
}

const refusalsOf = async (orderId: string) =>
  (await readEvents(shop, `${orderId}-1`))
    .filter(({ kind }) => kind === 'refused')
    .map(({ source, reason }) => `${source} ${reason}`)

test('show prints the story, in order, and as JSON', async () => {
  const orderId = await paidOrder()
  const { code, output } = await payment('show', orderId)
  expect(code).toBe(0)
  expect(output).toMatch(new RegExp(`^${orderId} is paid$`, 'm'))
  const told = ['placed', 'call charge', 'answer charge', 'notification'].map((what) =>
    output.search(new RegExp(` ${what}(?: |$)`, 'm')),
  )
  expect(told).not.toContain(-1)
  expect(told).toEqual([...told].sort((a, b) => a - b))
  expect(output).toContain('applied: settlement after pending')
  const json = JSON.parse((await payment('show', orderId, '--json')).output)
  expect(json).toMatchObject({ orderId, status: 'paid', attempts: [{ left: 44_000 }] })
})

test('check asks Midtrans and says what it changed', async () => {
  const orderId = await placeOne(placementOf())
  await shop.sandbox.pay(`${orderId}-1`)
  const { code, output } = await payment('check', orderId)
  expect(output).toBe('Here it was pending; Midtrans says settlement: now settlement here.\n')
  expect(code).toBe(0)
})

test('a refund is asked about, and --yes does it', async () => {
  const orderId = await paidOrder()
  const asked = await payment('refund', orderId, '--amount', '4000')
  expect(asked.code).toBe(1)
  expect(asked.output).toBe(
    `Give back Rp 4.000 of order ${orderId}, attempt 1? Nobody is there to answer: add --yes to do it.\n`,
  )
  expect((await readPayment(shop, orderId)).refunded).toBe(0)

  const done = await payment('refund', orderId, '--amount', '4000', '--yes')
  expect(done).toEqual({ code: 0, output: 'Midtrans gives back Rp 4.000; Rp 40.000 is left.\n' })
  const json = await payment('refund', orderId, '--yes', '--json')
  expect(JSON.parse(json.output)).toEqual({ ok: true, amount: 40_000, left: 0 })
  expect((await readOrder(shop, orderId)).status).toBe('refunded')
})

test('a refund over what is left is one sentence, and nothing else', async () => {
  const orderId = await paidOrder()
  expect(await payment('refund', orderId, '--amount', '44001', '--yes')).toEqual({
    code: 1,
    output: 'Only Rp 44.000 is left to give back; nothing was changed.\n',
  })
  expect(await refusalsOf(orderId)).toEqual(['refund more_than_left'])
  expect((await readOrder(shop, orderId)).status).toBe('paid')
})

test('a cancel of something paid is one sentence, and nothing else', async () => {
  const orderId = await paidOrder()
  expect(await payment('cancel', orderId, '--yes')).toEqual({
    code: 1,
    output: `Order ${orderId} is paid, so it cannot be cancelled: refund it instead.\n`,
  })
  expect(await refusalsOf(orderId)).toEqual(['cancel already_paid'])
  expect((await readOrder(shop, orderId)).status).toBe('paid')
})

test('an open order is cancelled here and at Midtrans', async () => {
  const orderId = await placeOne(placementOf())
  expect((await payment('cancel', orderId, '--yes')).code).toBe(0)
  expect((await readOrder(shop, orderId)).status).toBe('cancelled')
  expect((await shop.sandbox.transaction(`${orderId}-1`)).transaction_status).toBe('cancel')
})

test('a replay changes nothing, and one that no longer matches says so', async () => {
  const orderId = await placeOne(placementOf())
  await tell(orderId, 'pending')
  await shop.sandbox.pay(`${orderId}-1`)
  await tell(orderId, 'settlement')
  expect(await payment('replay', orderId)).toEqual({
    code: 0,
    output: 'It says what is known; nothing was changed.\n',
  })
  const [pending] = await shop.sql<{ id: string }>(
    `SELECT id FROM payment_event WHERE order_id = $1 AND source = 'notification' ORDER BY id LIMIT 1`,
    [orderId],
  )
  expect(await payment('replay', orderId, '--event', String(pending?.id))).toEqual({
    code: 1,
    output: 'It no longer matches (pending after settlement); nothing was changed.\n',
  })
  const replays = (await readEvents(shop, `${orderId}-1`)).filter((one) => one.source === 'replay')
  expect(replays.map(({ verdict }) => verdict)).toEqual(['known', 'out_of_date'])
  expect((await readOrder(shop, orderId)).status).toBe('paid')
})

test('a replay of a notification that is not there is one sentence, with one row', async () => {
  const orderId = await paidOrder()
  expect(await payment('replay', orderId, '--event', '999999')).toEqual({
    code: 1,
    output: 'No such notification is stored for this order; nothing was changed.\n',
  })
  expect(await refusalsOf(orderId)).toEqual(['replay no_notification'])
})

test('log lines do not come between the JSON of an answer', async () => {
  const orderId = await placeOne(placementOf())
  const env = { ...process.env, MIDTRANS_SERVER_KEY: 'Mid-server-of-production' }
  const command = ['--conditions=react-server', '--import', 'tsx', 'scripts/payment.ts']
  const { stdout, stderr } = spawnSync(process.execPath, [...command, 'check', orderId, '--json'], {
    env,
    encoding: 'utf8',
  })
  expect(JSON.parse(stdout)).toMatchObject({ orderId, midtrans: 'unauthorized' })
  expect(JSON.parse(stderr)).toMatchObject({
    event: 'midtrans.refused',
    orderId,
    attempt: 1,
    paymentId: (await readPayment(shop, orderId)).id,
    requestId: expect.any(String),
  })
})

test.each([
  [['explode', 'TKO-1'], /^Usage: npm run payment/],
  [['show', 'TKO-1'], /^There is no order TKO-1/],
])('%j is answered with what to type instead', async (args, sentence) => {
  const { code, output } = await payment(...args)
  expect(code).toBe(1)
  expect(output).toMatch(sentence)
  expect(output).not.toMatch(/\n {4}at /)
})
