import type { ServerResponse } from 'node:http'
import { afterAll, describe, expect, it } from 'vitest'
import { type HttpServer, serveHttp } from '../kit/http-server'
import { newOrderId } from './support/client'
import { eventually, offerReceivers, runSandbox } from './support/setup'

const sandbox = runSandbox()
const newReceiver = offerReceivers()
const open: HttpServer[] = []
afterAll(() => Promise.all(open.map((server) => server.close())))

const statusOf = async (orderId: string) => (await sandbox.client.status(orderId)).body
const listOf = async (name: string) => (await sandbox.client.get(`/_sandbox/${name}`)).text

/** A receiver that answers only when it is told to. */
async function newSlowReceiver() {
  const held: ServerResponse[] = []
  const server = await serveHttp((_, response) => void held.push(response))
  open.push(server)
  return { url: server.url, held, answer: () => held.splice(0).forEach((each) => void each.end()) }
}

describe('a reset of one order', () => {
  it('forgets it and nothing else', async () => {
    const { client } = sandbox
    const [gone, kept] = [newOrderId(), newOrderId()]
    await client.charge(gone)
    await client.charge(kept)
    await client.advance(3600, gone)
    await client.post('/_sandbox/reset', { order_id: gone })
    expect((await statusOf(gone)).status_code).toBe('404')
    expect(await client.notifications(gone)).toHaveLength(0)
    expect((await statusOf(kept)).transaction_status).toBe('pending')
    expect((await client.charge(gone)).body.status_code).toBe('201')
    expect((await statusOf(gone)).transaction_status).toBe('pending')
  })

  it('forgets the answer that its Idempotency-Key would repeat', async () => {
    const orderId = newOrderId()
    const key = { 'Idempotency-Key': orderId }
    const { body } = await sandbox.client.charge(orderId, {}, key)
    await sandbox.client.post('/_sandbox/reset', { order_id: orderId })
    const again = await sandbox.client.charge(orderId, {}, key)
    expect(again.body.status_code).toBe('201')
    expect(again.body.transaction_id).not.toBe(body.transaction_id)
  })

  it('ends the faults that name exactly it', async () => {
    const orderId = newOrderId()
    const fault = { on: 'charge', fault: 'deny' }
    await sandbox.client.put('/_sandbox/faults', [
      { match: { order_id: orderId }, ...fault },
      { match: { order_id: `${orderId}*` }, ...fault },
    ])
    await sandbox.client.post('/_sandbox/reset', { order_id: orderId })
    const { text } = await sandbox.client.get('/_sandbox/faults')
    expect(text).not.toContain(`"${orderId}"`)
    expect(text).toContain(`"${orderId}*"`)
  })

  it('of which nobody has heard does no harm', async () => {
    expect((await sandbox.client.post('/_sandbox/reset', { order_id: newOrderId() })).http).toBe(
      200,
    )
  })
})

describe('a reset of everything', () => {
  it('forgets orders, notifications, faults and the clock, and keeps the settings', async () => {
    const { client } = sandbox
    await client.charge(newOrderId())
    await client.put('/_sandbox/faults', [
      { match: { order_id: 'x' }, on: 'charge', fault: 'deny' },
    ])
    await client.put('/_sandbox/merchants', { server_key: client.serverKey, name: 'Toko Kopi' })
    await client.post('/_sandbox/clock', { advance_seconds: 5000 })
    await client.post('/_sandbox/reset')
    for (const name of ['transactions', 'notifications', 'faults']) {
      expect(await listOf(name)).toBe('[]')
    }
    expect((await client.get('/_sandbox/clock')).body.offset_seconds).toBe(0)
    expect(await listOf('merchants')).toContain('Toko Kopi')
  })

  it('lets nothing that is on the wire, or waits for it, come back', async () => {
    const { client } = sandbox
    const slow = await newSlowReceiver()
    const header = { 'X-Override-Notification': slow.url }
    // More than one receiver is sent at once: some wait for their turn.
    await Promise.all(Array.from({ length: 80 }, () => client.charge(newOrderId(), {}, header)))
    await eventually(() => slow.held.length).toBe(64)
    await client.post('/_sandbox/reset')
    slow.answer()
    const orderId = newOrderId()
    await client.charge(orderId, {}, header)
    await eventually(() => slow.held.length).toBe(1)
    slow.answer()
    await eventually(async () => (await client.notifications(orderId))[0]?.state).toBe('delivered')
    expect(JSON.parse(await listOf('notifications'))).toHaveLength(1)
    expect(JSON.parse(await listOf('transactions'))).toHaveLength(1)
  })

  it('gives no number twice', async () => {
    const receiver = await newReceiver()
    const header = { 'X-Override-Notification': receiver.url }
    const numbers = []
    for (let round = 0; round < 3; round += 1) {
      const orderId = newOrderId()
      await sandbox.client.charge(orderId, {}, header)
      numbers.push((await sandbox.client.notifications(orderId))[0]?.id)
      await sandbox.client.post('/_sandbox/reset')
    }
    expect(new Set(numbers).size).toBe(3)
  })
})
