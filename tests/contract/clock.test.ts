import { describe, expect, it } from 'vitest'
import { newOrderId } from './support/client'
import { eventually, runSandbox } from './support/setup'

const sandbox = runSandbox()
const statusOf = async (orderId: string) =>
  (await sandbox.client.status(orderId)).body.transaction_status

describe('the clock', () => {
  it('expires an order at its deadline and not before, 15 minutes by default', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId)
    await sandbox.client.advance(890, orderId)
    expect(await statusOf(orderId)).toBe('pending')
    await sandbox.client.advance(10, orderId)
    expect(await statusOf(orderId)).toBe('expire')
    const [notification] = await sandbox.client.notifications(orderId)
    expect(notification?.transaction_status).toBe('expire')
  })

  it('expires an order by itself within two seconds of its deadline', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId, { custom_expiry: { expiry_duration: 30, unit: 'second' } })
    await sandbox.client.advance(29, orderId)
    expect(await statusOf(orderId)).toBe('pending')
    await eventually(() => statusOf(orderId)).toBe('expire')
  })

  it('moves one order and leaves the others where they are', async () => {
    const [moved, other] = [newOrderId(), newOrderId()]
    await sandbox.client.charge(moved)
    await sandbox.client.charge(other)
    await sandbox.client.advance(3600, moved)
    expect([await statusOf(moved), await statusOf(other)]).toEqual(['expire', 'pending'])
  })

  it('dates a charge by the order’s own time', async () => {
    const orderId = newOrderId()
    const before = await sandbox.client.charge(orderId)
    await sandbox.client.advance(24 * 3600, orderId)
    const after = await sandbox.client.charge(orderId)
    const seconds = [before, after].map(
      ({ body }) => Date.parse(`${body.transaction_time}Z`) / 1000,
    )
    expect((seconds[1] ?? 0) - (seconds[0] ?? 0)).toBeGreaterThanOrEqual(24 * 3600)
  })

  it('writes its times in UTC+7', async () => {
    const { body } = await sandbox.client.charge(newOrderId())
    const written = Date.parse(`${String(body.transaction_time).replace(' ', 'T')}+07:00`)
    expect(Math.abs(written - Date.now())).toBeLessThan(5_000)
  })

  it('expires everything that is due when all time moves, and forgets old Idempotency-Keys', async () => {
    const { client } = sandbox
    const orderIds = Array.from({ length: 20 }, newOrderId)
    for (const orderId of orderIds) {
      await client.charge(orderId, {}, { 'Idempotency-Key': orderId })
    }
    await client.post('/_sandbox/clock', { advance_seconds: 1000 })
    for (const orderId of orderIds) expect(await statusOf(orderId)).toBe('expire')
    const again = await client.charge(newOrderId(), {}, { 'Idempotency-Key': orderIds[0] })
    expect(again.body.order_id).not.toBe(orderIds[0])
  })

  it.each([{ advance_seconds: -1 }, { advance_seconds: 'soon' }, {}, { advance_seconds: 1e12 }])(
    'refuses %j',
    async (body) => {
      expect((await sandbox.client.post('/_sandbox/clock', body)).http).toBe(400)
    },
  )

  it('goes no further than its times can be written', async () => {
    const orderId = newOrderId()
    const decade = 10 * 365 * 24 * 3600
    for (let decades = 0; decades < 100; decades += 1) await sandbox.client.advance(decade, orderId)
    const { http, body } = await sandbox.client.advance(decade, orderId)
    expect(http).toBe(400)
    expect(body.error).toMatch(/no further/)
    expect((await sandbox.client.charge(orderId)).body.transaction_time).toMatch(/^3\d{3}-/)
  })
})
