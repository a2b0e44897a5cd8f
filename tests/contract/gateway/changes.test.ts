import { expect, it } from 'vitest'
import { readFixture } from '../../kit/fixtures'
import { newOrderId, sign } from '../support/client'
import { expectLike } from '../support/expect-like'
import { describeGateways } from './targets'

describeGateways('an unpaid order', ({ client, charge }) => {
  it('is pending, and its status is signed', async (context) => {
    const { body: charged } = await charge(context)
    const { http, body } = await client().status(String(charged.order_id))
    expect(http).toBe(200)
    expect(body).toMatchObject({
      status_code: '201',
      transaction_status: 'pending',
      status_message: 'Success, transaction is found',
      signature_key: sign(body, client().serverKey),
    })
  })

  it('is cancelled with the body recorded in 2023', async (context) => {
    const orderId = newOrderId()
    await charge(context, { payment_type: 'qris' }, orderId)
    const { body } = await client().post(`/v2/${orderId}/cancel`)
    expectLike(body, readFixture('answers', 'cancel-qris-2023-real'))
  })

  it('is cancelled with the code 200, also in its status', async (context) => {
    const orderId = newOrderId()
    await charge(context, {}, orderId)
    await client().post(`/v2/${orderId}/cancel`)
    const { body } = await client().status(orderId)
    expect(body).toMatchObject({ status_code: '200', transaction_status: 'cancel' })
  })

  it('is expired with the code 407 over HTTP 200, also in its status', async (context) => {
    const orderId = newOrderId()
    await charge(context, {}, orderId)
    const expired = { status_code: '407', transaction_status: 'expire' }
    const answer = await client().post(`/v2/${orderId}/expire`)
    expect([answer.http, answer.body]).toEqual([200, expect.objectContaining(expired)])
    expect((await client().status(orderId)).body).toMatchObject(expired)
  })

  it('once cancelled can be neither expired nor refunded, and its id is free again', async (context) => {
    const orderId = newOrderId()
    await charge(context, {}, orderId)
    await client().post(`/v2/${orderId}/cancel`)
    for (const change of ['expire', 'refund']) {
      const { http, body } = await client().post(`/v2/${orderId}/${change}`, {})
      expect([change, http, body.status_code]).toEqual([change, 200, '412'])
    }
    expect((await client().charge(orderId)).body.status_code).toBe('201')
  })
})
