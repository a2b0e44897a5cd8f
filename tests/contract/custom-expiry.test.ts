import { describe, expect, it } from 'vitest'
import { newOrderId } from './support/client'
import { lifeOf } from './support/life-of'
import { runSandbox } from './support/setup'

const sandbox = runSandbox()

describe('the life of a charge', () => {
  it.each([
    ['gopay', undefined, 7],
    ['gopay', 'airpay shopee', 7],
    ['qris', undefined, 7],
    ['qris', 'airpay shopee', 5],
  ])('asked to be a month is trimmed for %s with the acquirer %s to %s days', async (...row) => {
    const [payment_type, acquirer, days] = row
    const { body } = await sandbox.client.charge(newOrderId(), {
      payment_type,
      ...(acquirer && { qris: { acquirer } }),
      custom_expiry: { expiry_duration: 30, unit: 'day' },
    })
    expect(lifeOf(body)).toBe(days * 24 * 3600)
  })

  it('counts from the order time that was given', async () => {
    const minuteAgo = new Date(Date.now() + 7 * 3_600_000 - 60_000).toISOString()
    const order_time = `${minuteAgo.slice(0, 19).replace('T', ' ')} +0700`
    const { body } = await sandbox.client.charge(newOrderId(), {
      custom_expiry: { expiry_duration: 5, order_time },
    })
    expect(lifeOf(body)).toBeGreaterThanOrEqual(4 * 60 - 2)
    expect(lifeOf(body)).toBeLessThanOrEqual(4 * 60)
  })
})
