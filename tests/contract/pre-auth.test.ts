import { describe, expect, it } from 'vitest'
import { newOrderId } from './support/client'
import { offerReceivers, runSandbox } from './support/setup'

const sandbox = runSandbox()
const newReceiver = offerReceivers()

const PRE_AUTH = { gopay: { pre_auth: true } }
const QUARTER = 15 * 60
const DAY = 24 * 3600

/** Charges, and pays as by the wallet. */
async function authorize(headers = {}): Promise<{ orderId: string; id: string }> {
  const orderId = newOrderId()
  const { body } = await sandbox.client.charge(orderId, PRE_AUTH, headers)
  expect(body.transaction_status).toBe('pending')
  await sandbox.client.post(`/_sandbox/transactions/${orderId}/pay`)
  return { orderId, id: String(body.transaction_id) }
}

const capture = (transaction_id: string, gross_amount?: unknown) =>
  sandbox.client.post('/v2/capture', { transaction_id, gross_amount })
const statusOf = async (orderId: string) => {
  const { body } = await sandbox.client.status(orderId)
  return [body.status_code, body.transaction_status]
}

describe('a pre-authorised gopay payment', () => {
  it('is authorized when the wallet has paid, and not settled', async () => {
    const { orderId } = await authorize()
    const { body } = await sandbox.client.status(orderId)
    expect(body).toMatchObject({ status_code: '200', transaction_status: 'authorize' })
    expect(body).not.toHaveProperty('settlement_time')
  })

  it.each([
    ['its amount', 44000],
    ['its amount in digits', '44000'],
    ['no amount', undefined],
  ])('is captured with %s', async (_, amount) => {
    const { orderId, id } = await authorize()
    const { http, body } = await capture(id, amount)
    expect(http).toBe(200)
    expect(body).toMatchObject({
      status_code: '200',
      status_message: 'Success, GoPay capture transaction is successful',
      transaction_status: 'capture',
      order_id: orderId,
      gross_amount: '44000.00',
    })
    expect(await statusOf(orderId)).toEqual(['200', 'capture'])
  })

  it.each([43999, 44001])(
    'is not captured for %s rupiah, which is not its amount',
    async (amount) => {
      const { orderId, id } = await authorize()
      expect((await capture(id, amount)).body.status_code).toBe('412')
      expect(await statusOf(orderId)).toEqual(['200', 'authorize'])
    },
  )

  it('settles by itself a day after it was captured', async () => {
    const { orderId, id } = await authorize()
    await capture(id)
    await sandbox.client.advance(DAY - 60, orderId)
    expect(await statusOf(orderId)).toEqual(['200', 'capture'])
    await sandbox.client.advance(61, orderId)
    const { body } = await sandbox.client.status(orderId)
    expect(body).toMatchObject({
      transaction_status: 'settlement',
      settlement_time: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
    })
  })

  it('is released 15 minutes after it was authorized, not after it was charged', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId, PRE_AUTH)
    await sandbox.client.advance(QUARTER - 60, orderId)
    await sandbox.client.post(`/_sandbox/transactions/${orderId}/pay`)
    await sandbox.client.advance(QUARTER - 60, orderId)
    expect(await statusOf(orderId)).toEqual(['200', 'authorize'])
    await sandbox.client.advance(61, orderId)
    expect(await statusOf(orderId)).toEqual(['407', 'expire'])
  })

  it.each(['cancel', 'expire'])('can be ended with %s before it is captured', async (end) => {
    const { orderId, id } = await authorize()
    const { body } = await sandbox.client.post(`/v2/${orderId}/${end}`)
    expect(body.transaction_status).toBe(end)
    expect((await capture(id)).body.status_code).toBe('412')
  })

  it('cannot be paid twice, refunded, approved or denied while it waits for its capture', async () => {
    const { orderId } = await authorize()
    const pay = await sandbox.client.post(`/_sandbox/transactions/${orderId}/pay`)
    expect(pay.http).toBe(409)
    for (const action of ['refund', 'approve', 'deny']) {
      const { body } = await sandbox.client.post(`/v2/${orderId}/${action}`, {})
      expect([action, body.status_code]).toEqual([action, '412'])
    }
  })

  it('is told of with 200 at each step', async () => {
    const receiver = await newReceiver()
    const { id } = await authorize({ 'X-Override-Notification': receiver.url })
    await receiver.waitFor(2)
    await capture(id)
    const received = await receiver.waitFor(3)
    const steps = received.map(({ body }) => [body.transaction_status, body.status_code])
    expect(steps).toEqual([
      ['pending', '201'],
      ['authorize', '200'],
      ['capture', '200'],
    ])
  })
})

describe('a capture', () => {
  it.each([
    [
      'an unknown transaction, whatever its amount',
      { transaction_id: 'DUMMY', gross_amount: '265.000' },
      '404',
    ],
    ['nothing', {}, '413'],
    ['an id that is a number', { transaction_id: 7 }, '413'],
  ])('of %s is refused', async (_, body, code) => {
    const answer = await sandbox.client.post('/v2/capture', body)
    expect([answer.http, answer.body.status_code]).toEqual([200, code])
  })

  it('of an amount that is no whole number gets 400', async () => {
    const { id } = await authorize()
    const { http, body } = await capture(id, 439.5)
    expect([http, body.status_code]).toEqual([400, '400'])
  })

  it.each(['pending', 'settlement'])('of an ordinary %s payment gets 412', async (state) => {
    const orderId = newOrderId()
    const { body: charged } = await sandbox.client.charge(orderId)
    if (state === 'settlement') await sandbox.client.post(`/_sandbox/transactions/${orderId}/pay`)
    expect((await capture(String(charged.transaction_id))).body.status_code).toBe('412')
  })
})
