import { describe, expect, it } from 'vitest'
import { readFixture } from '../kit/fixtures'
import { newOrderId } from './support/client'
import { runSandbox } from './support/setup'

const sandbox = runSandbox()

/** Charges and pays an order, and gives what refunds it. */
async function paidOrder() {
  const orderId = newOrderId()
  await sandbox.client.charge(orderId)
  await sandbox.client.post(`/_sandbox/transactions/${orderId}/pay`)
  return {
    orderId,
    refund: (body?: unknown) => sandbox.client.post(`/v2/${orderId}/refund`, body),
    refundDirect: (body?: unknown) =>
      sandbox.client.post(`/v2/${orderId}/refund/online/direct`, body),
    status: async () => (await sandbox.client.status(orderId)).body,
  }
}

const failWith = (orderId: string, fault: string) =>
  sandbox.client.put('/_sandbox/faults', [
    { match: { order_id: orderId }, on: 'refund', fault, times: 1 },
  ])

describe('a refund', () => {
  it.each([
    ['an empty body', ''],
    ['an empty object', {}],
    ['JSON null', 'null'],
    ['the whole amount', { amount: 44000 }],
    ['the whole amount in digits', { amount: '44000' }],
  ])('of %s is of everything', async (_, body) => {
    const order = await paidOrder()
    const { http, body: answer } = await order.refund(body)
    expect(http).toBe(200)
    expect(answer).toMatchObject({
      status_code: '200',
      status_message: 'Success, refund request is approved',
      transaction_status: 'refund',
      refund_amount: '44000.00',
    })
    expect(answer.refund_key).toEqual(expect.any(String))
  })

  it('by the direct address is approved by the bank', async () => {
    const { body } = await (await paidOrder()).refundDirect({ refund_key: 'direct' })
    const { status_message } = readFixture('answers', 'refund-docs-direct-success')
    expect(body).toMatchObject({ status_message, refund_key: 'direct' })
  })

  it('in parts adds up, and keeps the amount of the order as it was', async () => {
    const order = await paidOrder()
    await order.refund({ amount: 4000, refund_key: 'one', reason: 'broken' })
    expect((await order.refund({ amount: 10000, refund_key: 'two' })).body).toMatchObject({
      transaction_status: 'partial_refund',
      refund_amount: '10000.00',
    })
    expect(await order.status()).toMatchObject({
      transaction_status: 'partial_refund',
      gross_amount: '44000.00',
      refund_amount: '14000.00',
      refunds: [
        { refund_key: 'one', refund_amount: '4000.00', reason: 'broken' },
        { refund_key: 'two', refund_amount: '10000.00', reason: '' },
      ],
    })
    expect((await order.refund()).body).toMatchObject({
      transaction_status: 'refund',
      refund_amount: '30000.00',
    })
  })

  it('with a key that was used is refused, and nothing more is refunded', async () => {
    const order = await paidOrder()
    await order.refund({ amount: 1, refund_key: 'same' })
    for (const again of [order.refund, order.refundDirect]) {
      const { http, body } = await again({ amount: 1, refund_key: 'same' })
      expect([http, body]).toEqual([200, readFixture('errors', '406-refund-duplicate')])
    }
    expect(await order.status()).toMatchObject({ refund_amount: '1.00' })
  })

  it('may use the key of another order', async () => {
    const body = { amount: 1, refund_key: 'shared' }
    await (await paidOrder()).refund(body)
    expect((await (await paidOrder()).refund(body)).body.status_code).toBe('200')
  })

  it('of more than is left is refused', async () => {
    const order = await paidOrder()
    expect((await order.refund({ amount: 44001 })).body).toEqual(
      readFixture('errors', '414-refund-amount'),
    )
    await order.refund({ amount: 40000 })
    expect((await order.refund({ amount: 4001 })).body.status_code).toBe('414')
    expect((await order.refund({ amount: 4000 })).body.status_code).toBe('200')
  })

  it.each<[string, object, string]>([
    ['an amount of 0', { amount: 0 }, 'amount must be greater than or equal to 1'],
    ['an amount with decimals', { amount: 1.5 }, 'amount must be a whole number of rupiah'],
    ['an amount in words', { amount: 'ten' }, 'amount is not a number'],
    ['a key with a space', { refund_key: 'a b' }, 'refund_key contains unsupported characters'],
    ['a reason of 256 characters', { reason: 'x'.repeat(256) }, 'reason too long'],
  ])('with %s gets 400', async (_, request, message) => {
    const { http, body } = await (await paidOrder()).refund(request)
    expect([http, body.validation_messages]).toEqual([400, [message]])
  })
})

describe('a refund that the provider refuses', () => {
  it.each(['refund', 'refundDirect'] as const)('by %s leaves the order paid', async (address) => {
    const order = await paidOrder()
    await failWith(order.orderId, 'refund_denied')
    const { http, body } = await order[address]({ amount: 1000, refund_key: 'no' })
    const documented = readFixture('answers', 'refund-docs-direct-denied')
    expect(http).toBe(200)
    expect(Object.keys(body)).toEqual(expect.arrayContaining(Object.keys(documented)))
    expect(body).toMatchObject({
      status_code: '202',
      status_message: documented.status_message,
      transaction_status: 'settlement',
      refund_amount: '0.00',
      refund_key: 'no',
    })
    const status = await order.status()
    expect(status.transaction_status).toBe('settlement')
    expect(status).not.toHaveProperty('refunds')
  })

  it('may be tried again with the same key', async () => {
    const order = await paidOrder()
    await failWith(order.orderId, 'refund_denied')
    await order.refund({ refund_key: 'again' })
    expect((await order.refund({ refund_key: 'again' })).body.status_code).toBe('200')
  })

  it('is told to nobody', async () => {
    const order = await paidOrder()
    const before = await sandbox.client.notifications(order.orderId)
    await failWith(order.orderId, 'refund_denied')
    await order.refund()
    expect(await sandbox.client.notifications(order.orderId)).toHaveLength(before.length)
  })

  it('is refused for its amount first', async () => {
    const order = await paidOrder()
    await failWith(order.orderId, 'refund_denied')
    expect((await order.refund({ amount: 44001 })).body.status_code).toBe('414')
  })
})
