import { describe, expect, it } from 'vitest'
import { readFixture } from '../kit/fixtures'
import { newOrderId } from './support/client'
import { newMerchant } from './support/merchant'
import { eventually, runSandbox } from './support/setup'

const sandbox = runSandbox()
const HOUR = { requests: 2, seconds: 3600 }

describe('a rate limit', () => {
  it('answers the charges that are too many with the gateway’s 429', async () => {
    const client = await newMerchant(sandbox.client, { rate_limit: HOUR })
    const answers = [
      await client.charge(newOrderId()),
      await client.charge(newOrderId()),
      await client.charge(newOrderId()),
    ]
    expect(answers.map(({ http }) => http)).toEqual([200, 200, 429])
    expect(answers[2]?.body).toEqual(readFixture('errors', '429-rate-limit'))
  })

  it('makes no transaction of a charge that it refuses', async () => {
    const client = await newMerchant(sandbox.client, { rate_limit: { requests: 0, seconds: 60 } })
    const orderId = newOrderId()
    expect((await client.charge(orderId)).http).toBe(429)
    expect((await client.status(orderId)).body.status_code).toBe('404')
  })

  it('is for charges alone, and for its merchant alone', async () => {
    const client = await newMerchant(sandbox.client, { rate_limit: HOUR })
    const orderId = newOrderId()
    for (const id of [orderId, newOrderId(), newOrderId()]) await client.charge(id)
    expect((await client.status(orderId)).http).toBe(200)
    expect((await client.post(`/v2/${orderId}/cancel`)).body.status_code).toBe('200')
    expect((await sandbox.client.charge(newOrderId())).http).toBe(200)
  })

  it('counts before an Idempotency-Key is looked at, and before the body is', async () => {
    const client = await newMerchant(sandbox.client, { rate_limit: { requests: 1, seconds: 3600 } })
    const key = { 'Idempotency-Key': newOrderId() }
    await client.charge(newOrderId(), {}, key)
    expect((await client.charge(newOrderId(), {}, key)).http).toBe(429)
    expect((await client.post('/v2/charge', 'null')).http).toBe(429)
  })

  it('lets charges through again when its time is over', async () => {
    const client = await newMerchant(sandbox.client, { rate_limit: { requests: 1, seconds: 0.2 } })
    await client.charge(newOrderId())
    await eventually(async () => (await client.charge(newOrderId())).http).toBe(200)
  })

  it('is taken away with null', async () => {
    const client = await newMerchant(sandbox.client, { rate_limit: { requests: 0, seconds: 3600 } })
    expect((await client.charge(newOrderId())).http).toBe(429)
    await client.put('/_sandbox/merchants', { server_key: client.serverKey, rate_limit: null })
    expect((await client.charge(newOrderId())).http).toBe(200)
  })

  it.each([{ requests: -1, seconds: 1 }, { requests: 1, seconds: 0 }, { requests: 1 }, 'none'])(
    'of %j is refused',
    async (rate_limit) => {
      const { http, body } = await sandbox.client.put('/_sandbox/merchants', {
        server_key: 'SB-Mid-server-rate-limit',
        rate_limit,
      })
      expect([http, typeof body.error]).toEqual([400, 'string'])
    },
  )
})
