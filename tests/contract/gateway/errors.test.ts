import { expect, it } from 'vitest'
import { readFixture } from '../../kit/fixtures'
import { basic, newOrderId } from '../support/client'
import { expectLike } from '../support/expect-like'
import { describeGateways } from './targets'

describeGateways('a refusal', ({ client, charge }) => {
  it('of a payload arrives as HTTP 400, with a message for each mistake', async () => {
    const details = { transaction_details: { gross_amount: 44_000 } }
    const { http, body } = await client().charge('', details)
    expect([http, body.status_code]).toEqual([400, '400'])
    expect(body.validation_messages).toContain('transaction_details.order_id is required')
  })

  it('of an expiry under 20 seconds has the documented message', async () => {
    const custom_expiry = { expiry_duration: 10, unit: 'second' }
    const { http, body } = await client().charge(newOrderId(), { custom_expiry })
    expect(http).toBe(400)
    expect(body.validation_messages).toEqual(['custom_expiry is below minimum threshold'])
  })

  it('of a wrong key arrives as HTTP 401, before anybody looks at the body', async () => {
    const wrong = { Authorization: basic('Mid-server-nobody-has-this-key') }
    const { http, body } = await client().post('/v2/charge', {}, wrong)
    expect(http).toBe(401)
    expectLike(body, readFixture('errors', '401-unknown-key-2024-real'))
  })

  it.each(['status', 'cancel', 'expire', 'refund'])(
    'to %s an unknown order arrives as HTTP 200',
    async (what) => {
      const path = `/v2/${newOrderId()}/${what}`
      const { http, body } = await (what === 'status'
        ? client().get(path)
        : client().post(path, {}))
      expect(http).toBe(200)
      expectLike(body, readFixture('errors', '404-status-2019-real'))
    },
  )

  it('of an order id that is taken arrives as HTTP 200', async (context) => {
    const orderId = newOrderId()
    await charge(context, {}, orderId)
    const { http, body } = await client().charge(orderId)
    expect(http).toBe(200)
    expectLike(body, readFixture('errors', '406-duplicate'))
  })

  it('to refund what is not paid arrives as HTTP 200', async (context) => {
    const { body: charged } = await charge(context)
    const path = `/v2/${charged.order_id}/refund`
    const { http, body } = await client().post(path, { amount: 1000 })
    expect(http).toBe(200)
    expectLike(body, readFixture('errors', '412-new'))
  })

  it('of a body of null arrives as HTTP 500, without a status_code', async () => {
    const { http, body } = await client().post('/v2/charge', 'null')
    expect([http, body]).toEqual([500, readFixture('errors', '500-gateway')])
  })
})
