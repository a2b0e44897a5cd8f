import { describe, expect, it } from 'vitest'
import { readFixture } from '../kit/fixtures'
import { newOrderId } from './support/client'
import { expectLike } from './support/expect-like'
import { lifeOf } from './support/life-of'
import { offerReceivers, runSandbox } from './support/setup'

const sandbox = runSandbox()
const newReceiver = offerReceivers()

const BANKS = ['bca', 'bni', 'bri', 'permata']
const transfer = (bank_transfer?: object) => ({ payment_type: 'bank_transfer', bank_transfer })
const numberOf = ({ va_numbers, permata_va_number }: Record<string, unknown>) =>
  permata_va_number ?? (va_numbers as { va_number: string }[])[0]?.va_number
const DAY_SECONDS = 24 * 3600

describe('the charge of a bank transfer', () => {
  it.each(['bca', 'bni', 'bri'])('at %s has the number in va_numbers', async (bank) => {
    const { http, body } = await sandbox.client.charge(newOrderId(), transfer({ bank }))
    expect(http).toBe(200)
    expect(body).toMatchObject({
      status_code: '201',
      status_message: 'Success, Bank Transfer transaction is created',
      payment_type: 'bank_transfer',
      transaction_status: 'pending',
      va_numbers: [{ bank, va_number: expect.stringMatching(/^\d{11,18}$/) }],
    })
    expect(Object.keys(body).slice(-3)).toEqual(['fraud_status', 'va_numbers', 'expiry_time'])
    expect(Object.keys((body.va_numbers as object[])[0] ?? {})).toEqual(['bank', 'va_number'])
  })

  it('at Permata has the number in permata_va_number, as recorded in 2019', async () => {
    const { body } = await sandbox.client.charge(newOrderId(), transfer({ bank: 'permata' }))
    expectLike(body, readFixture('answers', 'charge-permata-2019-real'), {
      more: ['merchant_id', 'expiry_time'],
    })
  })

  it.each([
    ['without a bank_transfer object', transfer()],
    ['of the old payment type permata', { payment_type: 'permata' }],
  ])('%s goes to Permata', async (_, more) => {
    const { body } = await sandbox.client.charge(newOrderId(), more)
    expect(body).toMatchObject({
      payment_type: 'bank_transfer',
      permata_va_number: expect.stringMatching(/^\d{16}$/),
    })
  })

  it.each([
    ['no bank', {}, 'bank_transfer.bank is required'],
    ['an unknown bank', { bank: 'gringotts' }, 'bank_transfer.bank is not supported: gringotts'],
    [
      'letters as a number',
      { bank: 'bca', va_number: 'x1' },
      'bank_transfer.va_number is not a number',
    ],
  ])('with %s gets 400', async (_, bankTransfer, message) => {
    const { http, body } = await sandbox.client.charge(newOrderId(), transfer(bankTransfer))
    expect([http, body.validation_messages]).toEqual([400, [message]])
  })

  it.each([
    ['bca', '11', /000011$/],
    ['bni', '123456789', /12345678$/],
    ['bri', '42', /^0{16}42$/],
    ['permata', '1234567890', /001234567890$/],
  ])('at %s takes the merchant’s own number %s', async (bank, va_number, form) => {
    const { body } = await sandbox.client.charge(newOrderId(), transfer({ bank, va_number }))
    expect(numberOf(body)).toMatch(form)
  })

  it.each([
    {
      bank: 'bca',
      free_text: { inquiry: [{ id: 'a', en: 'b' }] },
      bca: { sub_company_code: '00000' },
    },
    { bank: 'permata', permata: { recipient_name: 'SUDARSONO' } },
  ])('accepts what $bank may print beside it', async (bankTransfer) => {
    const { body } = await sandbox.client.charge(newOrderId(), transfer(bankTransfer))
    expect(body.status_code).toBe('201')
  })

  it('lives for a day, and for 180 days at most', async () => {
    const bank = transfer({ bank: 'bca' })
    const standard = await sandbox.client.charge(newOrderId(), bank)
    expect(lifeOf(standard.body)).toBe(DAY_SECONDS)
    const custom_expiry = { expiry_duration: 1000, unit: 'day' }
    const longest = await sandbox.client.charge(newOrderId(), { ...bank, custom_expiry })
    expect(lifeOf(longest.body)).toBe(180 * DAY_SECONDS)
  })

  it('has no QR code', async () => {
    const { body } = await sandbox.client.charge(newOrderId(), transfer({ bank: 'bca' }))
    expect(body).not.toHaveProperty('actions')
    for (const channel of ['gopay', 'qris']) {
      const path = `/v2/${channel}/${body.transaction_id}/qr-code`
      expect((await sandbox.client.get(path)).http).toBe(404)
    }
  })
})

describe('a bank transfer', () => {
  it.each(BANKS)('at %s is settled by paying, and its status has the number', async (bank) => {
    const { client } = sandbox
    const orderId = newOrderId()
    const { body: charged } = await client.charge(orderId, transfer({ bank }))
    await client.post(`/_sandbox/transactions/${orderId}/pay`)
    const { body } = await client.status(orderId)
    expect(body).toMatchObject({
      status_code: '200',
      transaction_status: 'settlement',
      payment_type: 'bank_transfer',
    })
    expect(numberOf(body)).toBe(numberOf(charged))
    const amounts = { bca: [], bni: [{ amount: '44000.00' }], bri: [] }[bank]
    if (amounts) expect(body.payment_amounts).toMatchObject(amounts)
    else expect(body).not.toHaveProperty('payment_amounts')
  })

  it('cannot be paid by an app that scans', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId, transfer({ bank: 'bca' }))
    const pay = { issuer: 'gopay' }
    const { http, body } = await sandbox.client.post(`/_sandbox/transactions/${orderId}/pay`, pay)
    expect([http, body.error]).toEqual([409, expect.stringContaining('bank transfer')])
    expect((await sandbox.client.status(orderId)).body.transaction_status).toBe('pending')
  })

  it('cancels with the body recorded in 2019', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId, transfer({ bank: 'permata' }))
    const { body } = await sandbox.client.post(`/v2/${orderId}/cancel`)
    expectLike(body, readFixture('answers', 'cancel-permata-2019-real'), { more: ['merchant_id'] })
  })

  it('expires by its own deadline', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId, transfer({ bank: 'bri' }))
    await sandbox.client.advance(23 * 3600, orderId)
    expect((await sandbox.client.status(orderId)).body.transaction_status).toBe('pending')
    await sandbox.client.advance(3601, orderId)
    expect((await sandbox.client.status(orderId)).body.status_code).toBe('407')
  })

  it('is not for the refund address', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId, transfer({ bank: 'bni' }))
    await sandbox.client.post(`/_sandbox/transactions/${orderId}/pay`)
    const { body } = await sandbox.client.post(`/v2/${orderId}/refund`, {})
    expect(body.status_code).toBe('412')
  })

  it.each(BANKS)('at %s is told of as documented when it is paid', async (bank) => {
    const receiver = await newReceiver()
    const orderId = newOrderId()
    const header = { 'X-Override-Notification': receiver.url }
    await sandbox.client.charge(orderId, transfer({ bank }), header)
    await sandbox.client.post(`/_sandbox/transactions/${orderId}/pay`)
    await receiver.waitFor(2)
    const settled = receiver.received.find(({ body }) => body.transaction_status === 'settlement')
    expectLike(settled?.body ?? {}, readFixture('notifications', `${bank}-va-settlement-docs`), {
      more: ['expiry_time'],
    })
  })
})
