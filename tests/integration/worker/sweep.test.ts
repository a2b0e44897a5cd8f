import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { applyPaymentFact } from '@/lib/orders/apply-payment-fact'
import { leaseDuePayments, leaseIfDue, releaseLease } from '@/lib/orders/lease'
import * as onPaid from '@/lib/orders/on-paid'
import { sweep } from '@/lib/orders/sweep'
import { startWorker } from '@/lib/orders/worker'
import { factOf } from '../../kit/facts'
import { readOrder, readPayment } from '../../kit/ledger'
import { makeOrder } from '../../kit/orders'
import { openShop, type TestShop } from '../../kit/shop'
import { waitFor } from '../../kit/wait-for'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
afterEach(() => vi.restoreAllMocks())

async function makePaid(): Promise<string> {
  const order = await makeOrder(shop)
  await applyPaymentFact(factOf(order, 'settlement'))
  return order.orderId
}

describe('when an order becomes paid, its hook', () => {
  test('runs once, however many workers sweep', async () => {
    const hook = vi.spyOn(onPaid, 'onOrderPaid')
    const orderIds = [await makePaid(), await makePaid(), await makePaid()]
    const workers = [startWorker(), startWorker()]
    await waitFor('all hooks to be done', async () => {
      const rows = await Promise.all(orderIds.map((id) => readOrder(shop, id)))
      return rows.every(({ hookDoneAt, hookDueAt }) => hookDoneAt && !hookDueAt)
    })
    await Promise.all(workers.map((worker) => worker.stop()))
    expect(hook.mock.calls.map(([order]) => order.id).sort()).toEqual([...orderIds].sort())
  })

  test('runs again, a lease later, when it failed', async () => {
    const hook = vi.spyOn(onPaid, 'onOrderPaid').mockRejectedValueOnce(new Error('mail is down'))
    const orderId = await makePaid()
    await sweep()
    expect(await readOrder(shop, orderId)).toMatchObject({
      hookDoneAt: null,
      hookDueAt: expect.any(Date),
    })
    await sweep()
    expect(hook).toHaveBeenCalledTimes(1)
    await shop.sql('UPDATE orders SET paid_hook_due_at = now() WHERE id = $1', [orderId])
    await sweep()
    expect(await readOrder(shop, orderId)).toMatchObject({
      hookDoneAt: expect.any(Date),
      hookDueAt: null,
    })
    expect(hook).toHaveBeenCalledTimes(2)
  })

  test('that fails is a line of its own round, with every id', async () => {
    vi.spyOn(onPaid, 'onOrderPaid').mockRejectedValueOnce(new Error('mail is down'))
    const lines: string[] = []
    vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => lines.push(String(chunk)) > 0)
    const orderId = await makePaid()
    await sweep()
    const failed = lines.find(
      (line) => line.includes('sweep.hook_failed') && line.includes(orderId),
    )
    expect(JSON.parse(failed ?? '{}')).toMatchObject({
      orderId,
      paymentId: expect.any(String),
      attempt: 1,
      requestId: expect.any(String),
    })
  })

  test('runs for the others although one fails', async () => {
    const bad = await makePaid()
    const good = await makePaid()
    vi.spyOn(onPaid, 'onOrderPaid').mockImplementation(async (order) => {
      if (order.id === bad) throw new Error('always')
    })
    await sweep()
    expect((await readOrder(shop, good)).hookDoneAt).not.toBeNull()
    expect((await readOrder(shop, bad)).hookDoneAt).toBeNull()
  })

  test('does not run for an order that is not paid', async () => {
    const hook = vi.spyOn(onPaid, 'onOrderPaid')
    const order = await makeOrder(shop)
    await applyPaymentFact(factOf(order, 'expire'))
    await applyPaymentFact(factOf(order, 'settlement'))
    await sweep()
    expect(hook.mock.calls.filter(([{ id }]) => id === order.orderId)).toEqual([])
  })
})

describe('a due payment', () => {
  const dueNow = async (count: number) => {
    await shop.sql('UPDATE payment SET next_check_at = NULL')
    const orders = []
    for (let i = 0; i < count; i += 1) orders.push(await makeOrder(shop))
    await shop.sql('UPDATE payment SET next_check_at = now() WHERE id = ANY($1)', [
      orders.map(({ paymentId }) => paymentId),
    ])
    return orders
  }

  test('is claimed by one of many workers', async () => {
    await dueNow(20)
    const claims = await Promise.all(Array.from({ length: 6 }, () => leaseDuePayments(8)))
    const ids = claims.flat().map(({ paymentId }) => paymentId)
    expect(ids.length).toBe(new Set(ids).size)
    expect(ids.length).toBe(20)
  })

  test.each(['created', 'pending'])(
    'that is %s without a charge answer comes before those that are only asked about',
    async (status) => {
      await dueNow(2)
      const waiting = await makeOrder(shop, { status: 'created' })
      await shop.sql(
        'UPDATE payment SET status = $2::payment_status, next_check_at = now() WHERE id = $1',
        [waiting.paymentId, status],
      )
      const [claim] = await leaseDuePayments(1)
      expect(claim?.paymentId).toBe(waiting.paymentId)
    },
  )

  test('is claimed by one of many visitors', async () => {
    const [order] = await dueNow(1)
    const claims = await Promise.all(
      Array.from({ length: 10 }, () => leaseIfDue(order?.paymentId ?? '')),
    )
    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1)
  })

  test('whose worker died is free again after one lease, of less than 15 seconds', async () => {
    const [order] = await dueNow(1)
    expect(await leaseDuePayments(8)).toHaveLength(1)
    expect(await leaseDuePayments(8)).toHaveLength(0)
    const back = `UPDATE payment SET leased_until = leased_until - interval '13 seconds' WHERE id = $1`
    await shop.sql(back, [order?.paymentId])
    expect(await leaseDuePayments(8)).toHaveLength(1)
  })

  test('that became urgent while it was worked on stays urgent', async () => {
    const [order] = await dueNow(1)
    const [lease] = await leaseDuePayments(8)
    if (!order || !lease) throw new Error('nothing to lease')
    await applyPaymentFact(factOf(order, 'expire'))
    await applyPaymentFact(factOf(order, 'settlement'))
    await releaseLease(lease, true)
    expect((await readPayment(shop, order.orderId)).isDue).toBe(true)
  })
})

test('what waits long does not keep a worker from what becomes due meanwhile', async () => {
  let finish = () => {}
  const held = new Promise<void>((resolve) => {
    finish = resolve
  })
  const hook = vi.spyOn(onPaid, 'onOrderPaid').mockReturnValueOnce(held)
  const slow = await makePaid()
  const worker = startWorker()
  await waitFor('the slow hook to run', () => hook.mock.calls.length > 0)
  const quick = await makePaid()
  await waitFor('the hook of the other', async () => (await readOrder(shop, quick)).hookDoneAt)
  expect((await readOrder(shop, slow)).hookDoneAt).toBeNull()
  finish()
  await worker.stop()
  expect((await readOrder(shop, slow)).hookDoneAt).not.toBeNull()
})

test('a worker that is stopped finishes the work it is at', async () => {
  let finish = () => {}
  const held = new Promise<void>((resolve) => {
    finish = resolve
  })
  const hook = vi.spyOn(onPaid, 'onOrderPaid').mockReturnValue(held)
  const orderId = await makePaid()
  const worker = startWorker()
  await waitFor('the hook to run', () => hook.mock.calls.length > 0)
  const stopped = worker.stop()
  finish()
  await stopped
  expect((await readOrder(shop, orderId)).hookDoneAt).not.toBeNull()
})

test('a payment that cannot be checked does not keep the others from it', async () => {
  const orders = [await makeOrder(shop), await makeOrder(shop)]
  // Midtrans is nowhere: every question fails, and the round still ends.
  await shop.sql('UPDATE payment SET next_check_at = now() WHERE id = ANY($1)', [
    orders.map(({ paymentId }) => paymentId),
  ])
  expect(await sweep()).toBeGreaterThanOrEqual(2)
  for (const { orderId } of orders) {
    expect(await readPayment(shop, orderId)).toMatchObject({ status: 'pending' })
  }
})
