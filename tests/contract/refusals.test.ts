import { describe, expect, it } from 'vitest'
import { readFixture } from '../kit/fixtures'
import { basic, createClient, newOrderId } from './support/client'
import { expectLike } from './support/expect-like'
import { newMerchant } from './support/merchant'
import { runSandbox } from './support/setup'

const sandbox = runSandbox()

describe('authentication', () => {
  const key = (text: string) => ({ Authorization: basic(text) })
  it.each([
    ['a server key of another kind', key('VT-server-abc'), '401-unknown-key-2024-real'],
    ['nothing but the prefix', key('SB-Mid-server-'), '401-unknown-key-2024-real'],
    ['a client key', key('SB-Mid-client-abc'), '401-docs'],
    ['any other text', key('invalidkey'), '401-docs'],
    ['no text', key(''), '401-docs'],
    ['a password', { Authorization: `Basic ${btoa('SB-Mid-server-abc:secret')}` }, '401-docs'],
    ['no Basic', { Authorization: 'Bearer SB-Mid-server-abc' }, '401-docs'],
    ['an empty header', { Authorization: '' }, '401-docs'],
  ])('answers %s with 401, before it looks at the body', async (_, headers, fixture) => {
    for (const body of ['{}', '{"payment_type":']) {
      const answer = await sandbox.client.post('/v2/charge', body, headers)
      expect(answer.http).toBe(401)
      expectLike(answer.body, readFixture('errors', fixture))
    }
  })

  it('answers a wrong key with 401 at every address', async () => {
    const wrong = key('SB-Mid-client-abc')
    for (const action of ['status', 'status/b2b']) {
      expect((await sandbox.client.get(`/v2/x/${action}`, wrong)).http).toBe(401)
    }
    const posts = ['cancel', 'expire', 'refund', 'refund/online/direct', 'approve', 'deny']
    for (const path of [...posts.map((each) => `/v2/x/${each}`), '/v2/capture']) {
      expect([path, (await sandbox.client.post(path, {}, wrong)).http]).toEqual([path, 401])
    }
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
      expectLike(body, readFixture('errors', '404-status-2019-real'))
    },
  )

  it('answers a channel that this sandbox does not have with 402', async () => {
    const { http, body } = await sandbox.client.charge(newOrderId(), { payment_type: 'shopeepay' })
    expect(http).toBe(200)
    expectLike(body, readFixture('errors', '402-not-activated'))
  })

  it.each(['gopay', 'qris', 'bank_transfer'])(
    'answers %s with 402 when the merchant has not activated it, and only it',
    async (channel) => {
      const client = await newMerchant(sandbox.client, { inactive_channels: [channel] })
      for (const payment_type of ['gopay', 'qris', 'bank_transfer']) {
        const { http, body } = await client.charge(newOrderId(), { payment_type })
        const code = payment_type === channel ? '402' : '201'
        expect([payment_type, http, body.status_code]).toEqual([payment_type, 200, code])
      }
    },
  )

  it('answers the b2b status of any transaction with 404', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId)
    const { http, body } = await sandbox.client.get(`/v2/${orderId}/status/b2b`)
    expect(http).toBe(200)
    expectLike(body, readFixture('errors', '404-status-2019-real'))
  })

  it('answers a second charge of a pending order with 406', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId)
    const { http, body } = await sandbox.client.charge(orderId)
    expect(http).toBe(200)
    expectLike(body, readFixture('errors', '406-duplicate'))
  })

  it.each(['refund', 'refund/online/direct', 'approve', 'deny'])(
    'answers %s of a pending order with 412',
    async (action) => {
      const orderId = newOrderId()
      await sandbox.client.charge(orderId)
      const { http, body } = await sandbox.client.post(`/v2/${orderId}/${action}`, {})
      expect(http).toBe(200)
      expectLike(body, readFixture('errors', '412-new'))
    },
  )

  it('answers a body that is not JSON with 413', async () => {
    const { http, body } = await sandbox.client.post('/v2/charge', '{"payment_type":')
    expect(http).toBe(200)
    expectLike(body, readFixture('errors', '413-malformed'))
  })
})

describe('gateway refusals have a real HTTP status', () => {
  it('answers a JSON null with 500 and no status_code', async () => {
    const { http, body } = await sandbox.client.post('/v2/charge', 'null')
    expect(http).toBe(500)
    expect(body).toEqual(readFixture('errors', '500-gateway'))
  })

  it('answers a body of more than a megabyte with 413', async () => {
    const { http } = await sandbox.client.post('/v2/charge', `{"a":"${'x'.repeat(1_100_000)}"}`)
    expect(http).toBe(413)
  })

  it('answers an unknown address with 404', async () => {
    expect((await sandbox.client.get('/v3/nothing')).http).toBe(404)
  })
})
