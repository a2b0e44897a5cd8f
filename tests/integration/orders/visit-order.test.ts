import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitAfterWallet, visitOrder } from '@/lib/orders/visit-order'
import { ROOT } from '@/scripts/root'
import { makeDue, readEvents, readPayment } from '../../kit/ledger'
import { placementOf, placeOne } from '../../kit/orders'
import { faultFor } from '../../kit/sandbox-control'
import { openShopWithSandbox, type ShopWithSandbox } from '../../kit/shop-with-sandbox'

let shop: ShopWithSandbox
beforeAll(async () => {
  shop = await openShopWithSandbox()
})
afterAll(() => shop.close())

/** How often Midtrans was asked about the status of an order's first attempt. */
const countQuestions = async (orderId: string) =>
  (await readEvents(shop, `${orderId}-1`)).filter(
    ({ kind, source }) => kind === 'call' && source === 'status',
  ).length

/** Another process that opens an order in ten tabs when it is told to. */
function startVisitor(orderId: string) {
  const args = [
    '--conditions=react-server',
    '--import',
    'tsx',
    'tests/kit/visitor.ts',
    orderId,
    '10',
  ]
  return spawn(process.execPath, args, { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] })
}

async function placeOverdue(placement = placementOf()): Promise<string> {
  const orderId = await placeOne(placement)
  await shop.sql(
    `UPDATE payment SET expires_at = now() - interval '10 seconds', next_check_at = now()
     WHERE order_id = $1`,
    [orderId],
  )
  return orderId
}

describe('a page of an order', () => {
  test('that is pending asks nobody', async () => {
    const orderId = await placeOne()
    await makeDue(shop, orderId)
    expect(await visitOrder(orderId)).toMatchObject({ status: 'pending' })
    expect(await countQuestions(orderId)).toBe(0)
  })

  test('that is overdue asks Midtrans, and shows it as it is now', async () => {
    const orderId = await placeOverdue()
    expect(await visitOrder(orderId)).toMatchObject({ status: 'expired' })
    const { transaction_status } = await shop.sandbox.transaction(`${orderId}-1`)
    expect(transaction_status).toBe('expire')
  })

  test('that is overdue and was paid in time shows it as paid', async () => {
    const orderId = await placeOverdue()
    await shop.sandbox.pay(`${orderId}-1`, 'ovo')
    expect(await visitOrder(orderId)).toMatchObject({
      status: 'paid',
      payment: { paymentType: 'qris', issuer: 'ovo' },
    })
  })

  test('that is overdue asks once, however many look at it', async () => {
    const orderId = await placeOverdue()
    await Promise.all(Array.from({ length: 10 }, () => visitOrder(orderId)))
    expect(await countQuestions(orderId)).toBe(1)
  })

  test('that is overdue is shown although Midtrans does not answer', async () => {
    const placement = placementOf()
    const orderId = await placeOverdue(placement)
    await shop.sandbox.setFaults([faultFor(placement.customer, 'status', 'status_503')])
    expect(await visitOrder(orderId)).toMatchObject({ status: 'pending' })
    expect((await readPayment(shop, orderId)).nextCheckAt).not.toBeNull()
  })
})

describe('coming back from the wallet', () => {
  test('asks at once whether it was paid', async () => {
    const orderId = await placeOne()
    await shop.sandbox.pay(`${orderId}-1`)
    expect(await visitAfterWallet(orderId)).toMatchObject({ status: 'paid' })
  })

  test('without having paid shows the order as pending', async () => {
    const orderId = await placeOne()
    expect(await visitAfterWallet(orderId)).toMatchObject({ status: 'pending' })
    expect(await countQuestions(orderId)).toBe(1)
  })

  test('again and again asks once in ten seconds', async () => {
    const orderId = await placeOne()
    for (const _ of ['first', 'second', 'third']) await visitAfterWallet(orderId)
    expect(await countQuestions(orderId)).toBe(1)
    await shop.sql(
      `UPDATE payment SET asked_at = asked_at - interval '11 seconds' WHERE order_id = $1`,
      [orderId],
    )
    await visitAfterWallet(orderId)
    expect(await countQuestions(orderId)).toBe(2)
  })

  test('in thirty tabs at the same moment asks once', async () => {
    const orderId = await placeOne()
    await Promise.all(Array.from({ length: 30 }, () => visitAfterWallet(orderId)))
    expect(await countQuestions(orderId)).toBe(1)
  })

  test('in ten tabs on each of three processes at the same moment asks once', async () => {
    const orderId = await placeOne()
    const visitors = [1, 2, 3].map(() => startVisitor(orderId))
    try {
      const ended = Promise.all(visitors.map((visitor) => once(visitor, 'exit')))
      await Promise.all(visitors.map(({ stdout }) => once(stdout, 'data')))
      for (const { stdin } of visitors) stdin.write('now\n')
      expect((await ended).map(([code]) => code)).toEqual([0, 0, 0])
    } finally {
      for (const visitor of visitors) visitor.kill('SIGKILL')
    }
    expect(await countQuestions(orderId)).toBe(1)
  }, 60_000)

  test('to an order that is over asks nobody', async () => {
    const orderId = await placeOne()
    await shop.sandbox.pay(`${orderId}-1`)
    await visitAfterWallet(orderId)
    await shop.sql(`DELETE FROM payment_event WHERE order_id = $1`, [orderId])
    expect(await visitAfterWallet(orderId)).toMatchObject({ status: 'paid' })
    expect(await countQuestions(orderId)).toBe(0)
  })
})
