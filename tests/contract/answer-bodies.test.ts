import { describe, expect, it } from 'vitest'
import { readFixture } from '../kit/fixtures'
import { actionUrl, newOrderId } from './support/client'
import { expectLike } from './support/expect-like'
import { runSandbox } from './support/setup'

const sandbox = runSandbox()

describe('answers', () => {
  it('charges gopay with the body recorded in 2024', async () => {
    const { client } = sandbox
    const { http, body } = await client.charge(newOrderId())
    expect(http).toBe(200)
    expectLike(body, readFixture('answers', 'charge-gopay-2024-real'))
    expect(actionUrl(body, 'generate-qr-code')).toBe(
      `${client.base}/v2/gopay/${body.transaction_id}/qr-code`,
    )
    expect(actionUrl(body, 'deeplink-redirect')).toMatch(
      /\/gopay\/partner\/app\/payment-pin\?id=[0-9a-f-]{36}$/,
    )
  })

  it('charges qris with the body recorded in 2021 and the deadline that came later', async () => {
    const { body } = await sandbox.client.charge(newOrderId(), { payment_type: 'qris' })
    expectLike(body, readFixture('answers', 'charge-qris-2021-real'), { more: ['expiry_time'] })
    expect(Object.keys(body).at(-1)).toBe('expiry_time')
  })

  it('cancels with the body recorded in 2023', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId, { payment_type: 'qris' })
    const { http, body } = await sandbox.client.post(`/v2/${orderId}/cancel`)
    expect(http).toBe(200)
    expectLike(body, readFixture('answers', 'cancel-qris-2023-real'))
  })

  it('expires with body 407 over HTTP 200', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId)
    const { http, body } = await sandbox.client.post(`/v2/${orderId}/expire`)
    expect([http, body.status_code, body.transaction_status]).toEqual([200, '407', 'expire'])
    expect(body.status_message).toBe('Success, transaction is expired')
  })

  it('gives the fields recorded in 2020 as the status of an expired gopay order', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId)
    await sandbox.client.post(`/v2/${orderId}/expire`)
    const { body } = await sandbox.client.status(orderId)
    const fixture = readFixture('answers', 'status-gopay-2020-expire-real')
    expect(
      Object.keys(body)
        .filter((key) => key !== 'expiry_time')
        .sort(),
    ).toEqual(Object.keys(fixture).sort())
    expect(body).toMatchObject({ status_code: '407', transaction_status: 'expire' })
  })

  it('gives the status of a paid wallet order in the order recorded in 2024', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId)
    await sandbox.client.post(`/_sandbox/transactions/${orderId}/pay`)
    const { body } = await sandbox.client.status(orderId)
    expect(Object.keys(body)).toEqual(
      Object.keys(readFixture('answers', 'status-dana-2024-settlement-docs')),
    )
  })

  it('never gives actions or the QR text in a status', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId, { payment_type: 'qris' })
    const { body } = await sandbox.client.status(orderId)
    expect(body).not.toHaveProperty('actions')
    expect(body).not.toHaveProperty('qr_string')
  })

  it('refunds with the body recorded in 2021, without what belonged to cards', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId)
    await sandbox.client.post(`/_sandbox/transactions/${orderId}/pay`)
    const { body } = await sandbox.client.post(`/v2/${orderId}/refund`, { amount: 2000 })
    const fixture = {
      ...readFixture('answers', 'refund-ruby-2021-real-offline'),
      status_message: 'Success, refund request is approved',
      payment_type: 'gopay',
      refund_key: '01f1f771-b75c-48ef-b21d-193a79f8aa5b',
    }
    expectLike(body, fixture, { less: ['bank', 'approval_code', 'masked_card'] })
    expect(body.refund_amount).toBe('2000.00')
  })

  it('denies a charge with the documented body when a fault says so', async () => {
    const orderId = newOrderId()
    await sandbox.client.put('/_sandbox/faults', [
      { match: { order_id: orderId }, on: 'charge', fault: 'deny' },
    ])
    const { http, body } = await sandbox.client.charge(orderId)
    expect(http).toBe(200)
    const fixture = readFixture('answers', 'charge-gopay-2022-deny-202-docs')
    expect(Object.keys(body)).toEqual(Object.keys(fixture))
    expect(body.status_message).toBe(fixture.status_message)
  })

  it.each([
    ['wrong_amount', 'gross_amount'],
    ['unknown_fields', 'new_field'],
  ])('of every address can be distorted by the fault %s', async (fault, field) => {
    const { client } = sandbox
    const orderId = newOrderId()
    const put = (on: string) =>
      client.put('/_sandbox/faults', [{ match: { order_id: orderId }, on, fault, times: 1 }])
    await put('charge')
    const { body: charged } = await client.charge(orderId, { gopay: { pre_auth: true } })
    const bodies = [charged]
    await client.post(`/_sandbox/transactions/${orderId}/pay`)
    for (const [on, path] of [
      ['capture', '/v2/capture'],
      ['refund', `/v2/${orderId}/refund`],
    ] as const) {
      await put(on)
      const request = on === 'capture' ? { transaction_id: charged.transaction_id } : {}
      bodies.push((await client.post(path, request)).body)
    }
    await put('status')
    bodies.push((await client.status(orderId)).body)
    for (const body of bodies) {
      if (fault === 'wrong_amount') expect(body[field]).toBe('44001.00')
      else expect(body).toHaveProperty(field)
    }
    expect((await client.status(orderId)).body.gross_amount).toBe('44000.00')
  })

  it('without an amount are left alone by the fault wrong_amount', async () => {
    const orderId = newOrderId()
    await sandbox.client.put('/_sandbox/faults', [
      { match: { order_id: orderId }, on: 'status', fault: 'wrong_amount' },
    ])
    expectLike(
      (await sandbox.client.status(orderId)).body,
      readFixture('errors', '404-status-2019-real'),
    )
  })

  it('echoes custom fields and metadata in status and notification', async () => {
    const orderId = newOrderId()
    const more = { custom_field1: 'one', metadata: { shop: { till: 7 } } }
    await sandbox.client.charge(orderId, more)
    expect((await sandbox.client.status(orderId)).body).toMatchObject(more)
    const [notification] = await sandbox.client.notifications(orderId)
    expect(notification?.request).toMatchObject({ body: more })
  })
})
