import { expect, it } from 'vitest'
import { readFixture } from '../../kit/fixtures'
import { readQr } from '../../kit/read-qr'
import { actionUrl, type Json, newOrderId } from '../support/client'
import { expectLike } from '../support/expect-like'
import { describeGateways } from './targets'

/** Accounts of today may offer it, others not. */
const FRAMED = 'actions.generate-qr-code-v2'

const toTime = (text: unknown) => Date.parse(`${String(text).replace(' ', 'T')}+07:00`)

describeGateways('a charge', ({ client, charge }) => {
  it('of gopay has the body recorded in 2024', async (context) => {
    const { http, body } = await charge(context)
    expect(http).toBe(200)
    expectLike(body, readFixture('answers', 'charge-gopay-2024-real'), { more: [FRAMED] })
  })

  it('of qris has the body recorded in 2021, and a deadline', async (context) => {
    const { body } = await charge(context, { payment_type: 'qris' })
    const more = ['expiry_time', FRAMED]
    expectLike(body, readFixture('answers', 'charge-qris-2021-real'), { more })
  })

  it('of a Permata transfer has the body recorded in 2019, and what came later', async (context) => {
    const transfer = { payment_type: 'bank_transfer', bank_transfer: { bank: 'permata' } }
    const { body } = await charge(context, transfer)
    const more = ['merchant_id', 'expiry_time']
    expectLike(body, readFixture('answers', 'charge-permata-2019-real'), { more })
  })

  it.for(['bca', 'bni', 'bri'])('of a transfer to %s gives its number', async (bank, context) => {
    const transfer = { payment_type: 'bank_transfer', bank_transfer: { bank } }
    const { body } = await charge(context, transfer)
    expect(body).toMatchObject({
      status_code: '201',
      transaction_status: 'pending',
      va_numbers: [{ bank, va_number: expect.stringMatching(/^\d{8,18}$/) }],
    })
  })

  it('ends after 15 minutes, or when custom_expiry says', async (context) => {
    const usual = await charge(context)
    const longer = await charge(context, { custom_expiry: { expiry_duration: 2, unit: 'hour' } })
    const minutes = ({ expiry_time, transaction_time }: Json) =>
      Math.round((toTime(expiry_time) - toTime(transaction_time)) / 60_000)
    expect([minutes(usual.body), minutes(longer.body)]).toEqual([15, 120])
  })

  it('is found by order id, percent-encoded or not, and by transaction id', async (context) => {
    const orderId = `${newOrderId()}.~_`
    const { body } = await charge(context, {}, orderId)
    const encoded = orderId.replace('~', '%7E').replace('.', '%2E')
    for (const id of [orderId, encoded, String(body.transaction_id)]) {
      expect((await client().status(id)).body).toMatchObject({ order_id: orderId })
    }
  })

  it('offers an image that says what qr_string says, and needs no key', async (context) => {
    const { body } = await charge(context, { payment_type: 'qris' })
    const response = await fetch(actionUrl(body, 'generate-qr-code'))
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(readQr(Buffer.from(await response.arrayBuffer()))).toBe(body.qr_string)
  })

  it('with the same Idempotency-Key is made once, whatever it asks for', async (context) => {
    const orderId = newOrderId()
    await charge(context, {}, orderId)
    const key = { 'Idempotency-Key': newOrderId() }
    const cancelled = await client().post(`/v2/${orderId}/cancel`, undefined, key)
    const again = await client().charge(newOrderId(), {}, key)
    expect(again.body).toEqual(cancelled.body)
  })
})
