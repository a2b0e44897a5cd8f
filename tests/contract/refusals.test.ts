import { describe, expect, it } from 'vitest'
import { basic, createClient, newOrderId } from './support/client'
import { expectLike, readFixture } from './support/fixture'
import { runSandbox } from './support/setup'

const sandbox = runSandbox()

describe('authentication', () => {
  it.each([
    ['a key of another kind', { Authorization: basic('VT-server-abc') }],
    ['a client key', { Authorization: basic('SB-Mid-client-abc') }],
    ['nothing but the prefix', { Authorization: basic('SB-Mid-server-') }],
    ['a password', { Authorization: `Basic ${btoa('SB-Mid-server-abc:secret')}` }],
    ['no Basic', { Authorization: 'Bearer SB-Mid-server-abc' }],
    ['an empty header', { Authorization: '' }],
  ])('answers %s with 401, before it looks at the body', async (_, headers) => {
    const { http, body } = await sandbox.client.post('/v2/charge', '{}', headers)
    expect(http).toBe(401)
    expectLike(body, readFixture('error-401-unknown-key-2024-real'))
  })

  it('keeps the orders of one key from another', async () => {
    const { client } = sandbox
    const other = createClient(client.base, 'SB-Mid-server-other')
    const orderId = newOrderId()
    const { body: first } = await client.charge(orderId)
    expect((await other.status(orderId)).body.status_code).toBe('404')
    expect((await other.status(String(first.transaction_id))).body.status_code).toBe('404')
    const { body: second } = await other.charge(orderId)
    expect(second.status_code).toBe('201')
    expect(second.merchant_id).not.toBe(first.merchant_id)
  })
})

describe('business refusals arrive as HTTP 200', () => {
  it.each(['status', 'cancel', 'expire', 'refund', 'refund/online/direct', 'approve', 'deny'])(
    'answers %s of an unknown order with 404',
    async (action) => {
      const path = `/v2/${newOrderId()}/${action}`
      const { http, body } = await (action === 'status'
        ? sandbox.client.get(path)
        : sandbox.client.post(path, {}))
      expect(http).toBe(200)
      expectLike(body, readFixture('error-404-status-2019-real'))
    },
  )

  it('answers a channel that is not active with 402', async () => {
    const { http, body } = await sandbox.client.charge(newOrderId(), { payment_type: 'shopeepay' })
    expect(http).toBe(200)
    expectLike(body, readFixture('error-402-not-activated'))
  })

  it('answers a second charge of a pending order with 406', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId)
    const { http, body } = await sandbox.client.charge(orderId)
    expect(http).toBe(200)
    expectLike(body, readFixture('error-406-duplicate'))
  })

  it.each(['refund', 'refund/online/direct', 'approve', 'deny'])(
    'answers %s of a pending order with 412',
    async (action) => {
      const orderId = newOrderId()
      await sandbox.client.charge(orderId)
      const { http, body } = await sandbox.client.post(`/v2/${orderId}/${action}`, {})
      expect(http).toBe(200)
      expectLike(body, readFixture('error-412-new'))
    },
  )

  it('answers a body that is not JSON with 413', async () => {
    const { http, body } = await sandbox.client.post('/v2/charge', '{"payment_type":')
    expect(http).toBe(200)
    expectLike(body, readFixture('error-413-malformed'))
  })

  it('answers a refund of more than is left with 414 and a used refund key with 406', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId)
    await sandbox.client.post(`/_sandbox/transactions/${orderId}/pay`)
    const refund = (body: object) => sandbox.client.post(`/v2/${orderId}/refund`, body)
    expect((await refund({ amount: 40000, refund_key: 'a' })).body.status_code).toBe('200')
    expect((await refund({ amount: 4001, refund_key: 'b' })).body).toEqual(
      readFixture('error-414-refund-amount'),
    )
    expect((await refund({ amount: 1, refund_key: 'a' })).body).toEqual(
      readFixture('error-406-refund-duplicate'),
    )
  })
})

describe('gateway refusals have a real HTTP status', () => {
  it('answers a JSON null with 500 and no status_code', async () => {
    const { http, body } = await sandbox.client.post('/v2/charge', 'null')
    expect(http).toBe(500)
    expect(body).toEqual(readFixture('error-500-gateway'))
  })

  it('answers a body of more than a megabyte with 413', async () => {
    const { http } = await sandbox.client.post('/v2/charge', `{"a":"${'x'.repeat(1_100_000)}"}`)
    expect(http).toBe(413)
  })

  it('answers an unknown address with 404', async () => {
    expect((await sandbox.client.get('/v3/nothing')).http).toBe(404)
  })
})
