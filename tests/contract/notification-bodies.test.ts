import { describe, expect, it } from 'vitest'
import { readFixture } from '../kit/fixtures'
import { newOrderId } from './support/client'
import { expectLike } from './support/expect-like'
import { offerReceivers, runSandbox } from './support/setup'

const sandbox = runSandbox()
const newReceiver = offerReceivers()

describe('the body of a notification', () => {
  async function notified(more: object, pay: object | undefined) {
    const receiver = await newReceiver()
    const orderId = newOrderId()
    await sandbox.client.charge(orderId, { ...more }, { 'X-Override-Notification': receiver.url })
    await receiver.waitFor(1)
    if (pay) await sandbox.client.post(`/_sandbox/transactions/${orderId}/pay`, pay)
    const received = await receiver.waitFor(pay ? 2 : 1)
    return received.at(-1)?.body ?? {}
  }

  it('tells of a pending gopay charge as recorded in 2024', async () => {
    expectLike(
      await notified({}, undefined),
      readFixture('notifications', 'gopay-2024-pending-real'),
    )
  })

  it('tells of a gopay payment by the deeplink as recorded in 2024', async () => {
    expectLike(await notified({}, {}), readFixture('notifications', 'gopay-2024-settlement-real'))
  })

  it('tells of a qris payment as recorded in 2021, with the two fields that came later', async () => {
    const body = await notified({ payment_type: 'qris' }, { issuer: 'gopay' })
    expectLike(body, readFixture('notifications', 'qris-2021-settlement-real'), {
      more: ['expiry_time', 'merchant_cross_reference_id'],
    })
  })

  it('tells of a gopay charge that was paid by scanning as qris', async () => {
    const body = await notified({}, { issuer: 'dana' })
    expect(body).toMatchObject({
      payment_type: 'qris',
      issuer: 'dana',
      acquirer: 'gopay',
      transaction_type: 'off-us',
    })
    expect(body).not.toHaveProperty('merchant_cross_reference_id')
  })

  it('tells of an expired qris charge as documented, without issuer or transaction type', async () => {
    const receiver = await newReceiver()
    const orderId = newOrderId()
    const header = { 'X-Override-Notification': receiver.url }
    await sandbox.client.charge(orderId, { payment_type: 'qris' }, header)
    await receiver.waitFor(1)
    await sandbox.client.post(`/v2/${orderId}/expire`)
    const [, expired] = await receiver.waitFor(2)
    expectLike(expired?.body ?? {}, readFixture('notifications', 'qris-2020-expire-docs'), {
      more: ['expiry_time'],
    })
  })

  it('writes its keys in reverse alphabetical order', async () => {
    const keys = Object.keys(await notified({ payment_type: 'qris' }, { issuer: 'gopay' }))
    expect(keys).toEqual([...keys].sort().reverse())
  })

  it('tells of a refund twice, and only the second time says that the bank has confirmed it', async () => {
    const receiver = await newReceiver()
    const orderId = newOrderId()
    await sandbox.client.charge(orderId, {}, { 'X-Override-Notification': receiver.url })
    await sandbox.client.post(`/_sandbox/transactions/${orderId}/pay`)
    await receiver.waitFor(2)
    const refund = { refund_key: 'first', amount: 12000, reason: 'broken' }
    await sandbox.client.post(`/v2/${orderId}/refund`, refund)
    await receiver.waitFor(3)
    await sandbox.client.advance(60, orderId)
    const [, , first, second] = (await receiver.waitFor(4)).map(({ body }) => body)
    for (const body of [first, second]) {
      expect(body).toMatchObject({
        transaction_status: 'partial_refund',
        status_code: '200',
        gross_amount: '44000.00',
        refund_amount: '12000.00',
      })
    }
    const documented = readFixture('notifications', 'card-partial-refund-docs-2-confirmed')
      .refunds as object[]
    const [before] = (first?.refunds ?? []) as object[]
    const [after] = (second?.refunds ?? []) as object[]
    expect(before).not.toHaveProperty('bank_confirmed_at')
    expect(Object.keys(after ?? {}).filter((key) => key !== 'refund_chargeback_uuid')).toEqual(
      Object.keys(documented[0] ?? {}),
    )
  })
})
