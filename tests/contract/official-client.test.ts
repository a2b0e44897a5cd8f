import midtransClient from 'midtrans-client'
import ApiConfig from 'midtrans-client/lib/apiConfig.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { chargeRequest, type Json, newOrderId, SERVER_KEY } from './support/client'
import { offerReceivers, runSandbox } from './support/setup'

const sandbox = runSandbox()
const newReceiver = offerReceivers()
const keys = { isProduction: false, serverKey: SERVER_KEY, clientKey: 'SB-Mid-client-contract' }
const core = new midtransClient.CoreApi(keys)
const { transaction } = core

/** The client has no option for its base URL, but reads it from here with each call. */
beforeAll(() => {
  ApiConfig.CORE_SANDBOX_BASE_URL = sandbox.client.base
})

async function charge(more: Json = {}): Promise<string> {
  const orderId = newOrderId()
  await core.charge(chargeRequest(orderId, more))
  return orderId
}

async function chargePaid(more: Json = {}): Promise<string> {
  const orderId = await charge(more)
  await sandbox.client.post(`/_sandbox/transactions/${orderId}/pay`)
  return orderId
}

/** Why the client rejects. */
async function failureOf(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof midtransClient.MidtransError) return error
  throw new Error(`not a MidtransError: ${String(error)}`)
}

describe('the official Node client', () => {
  it.each([
    ['gopay', {}],
    ['qris', {}],
    ['bank_transfer', { bank_transfer: { bank: 'bca' } }],
    ['bank_transfer', { bank_transfer: { bank: 'permata' } }],
  ])('charges %s %o and finds it pending', async (payment_type, more) => {
    const orderId = newOrderId()
    const charged = await core.charge(chargeRequest(orderId, { payment_type, ...more }))
    expect(charged).toMatchObject({ status_code: '201', transaction_status: 'pending' })
    const byId = await transaction.status(String(charged.transaction_id))
    expect(byId).toMatchObject({ status_code: '201', order_id: orderId, payment_type })
    expect(await transaction.status(orderId)).toEqual(byId)
  })

  it('cancels, and finds the order cancelled', async () => {
    const orderId = await charge()
    const cancelled = { status_code: '200', transaction_status: 'cancel' }
    expect(await transaction.cancel(orderId)).toMatchObject(cancelled)
    expect(await transaction.status(orderId)).toMatchObject(cancelled)
  })

  it('takes the 407 of an expired order for an answer, not for an error', async () => {
    const orderId = await charge()
    const expired = { status_code: '407', transaction_status: 'expire' }
    expect(await transaction.expire(orderId)).toMatchObject(expired)
    expect(await transaction.status(orderId)).toMatchObject(expired)
  })

  it('refunds a part, and the rest directly', async () => {
    const orderId = await chargePaid()
    const part = { refund_key: 'part', amount: 4000, reason: 'a broken cup' }
    expect(await transaction.refund(orderId, part)).toMatchObject({
      status_code: '200',
      transaction_status: 'partial_refund',
      refund_amount: '4000.00',
    })
    const rest = { refund_key: 'rest', amount: 40_000 }
    expect(await transaction.refundDirect(orderId, rest)).toMatchObject({
      status_code: '200',
      transaction_status: 'refund',
    })
  })

  it('captures a pre-authorised payment', async () => {
    const orderId = await chargePaid({ gopay: { pre_auth: true } })
    const { transaction_id, transaction_status } = await transaction.status(orderId)
    expect(transaction_status).toBe('authorize')
    expect(await core.capture({ transaction_id, gross_amount: 44_000 })).toMatchObject({
      status_code: '200',
      transaction_status: 'capture',
    })
  })

  it.each([
    ['object', (body: Json) => body],
    ['text', (body: Json) => JSON.stringify(body)],
  ])('looks a notification up that comes as %s', async (_, given) => {
    const receiver = await newReceiver()
    const orderId = newOrderId()
    await sandbox.client.charge(orderId, {}, { 'X-Override-Notification': receiver.url })
    await sandbox.client.post(`/_sandbox/transactions/${orderId}/pay`, { issuer: 'dana' })
    const bodies = (await receiver.waitFor(2)).map(({ body }) => body)
    for (const body of bodies) {
      // Whatever an old notification said: the client asks for the present state.
      expect(await transaction.notification(given(body))).toMatchObject({
        order_id: orderId,
        transaction_status: 'settlement',
        payment_type: 'qris',
      })
    }
  })
})

describe('its errors', () => {
  it.each<[string, () => Promise<unknown>, string]>([
    ['an unknown order', () => transaction.status(newOrderId()), '404'],
    ['an unknown order in b2b', () => transaction.statusb2b(newOrderId()), '404'],
    ['a card’s approval', async () => transaction.approve(await charge()), '412'],
    ['a card’s denial', async () => transaction.deny(await charge()), '412'],
    ['a refund before the payment', async () => transaction.refund(await charge()), '412'],
    ['a direct refund before it', async () => transaction.refundDirect(await charge()), '412'],
    ['an order id that is taken', async () => core.charge(chargeRequest(await charge())), '406'],
    ['an unknown capture', () => core.capture({ transaction_id: 'none', gross_amount: 1 }), '404'],
  ])('hold the code of the body, a text, for %s', async (_, call, code) => {
    const error = await failureOf(call())
    expect(error.httpStatusCode).toBe(code)
    expect(error.ApiResponse).toMatchObject({ status_code: code })
    expect(error.message).toContain(code)
  })

  it('hold the code of HTTP, a number, for a payload that is not valid', async () => {
    const details = { transaction_details: { order_id: newOrderId(), gross_amount: 0 } }
    const error = await failureOf(core.charge(chargeRequest('', details)))
    expect(error.httpStatusCode).toBe(400)
    expect(error.ApiResponse?.validation_messages).toBeInstanceOf(Array)
  })

  it('hold the code of HTTP, a number, for a wrong key', async () => {
    const stranger = new midtransClient.CoreApi({ ...keys, serverKey: 'invalidkey' })
    const error = await failureOf(stranger.transaction.status(newOrderId()))
    expect(error.httpStatusCode).toBe(401)
  })

  it('hold the code of HTTP, a number, for a body of null', async () => {
    const error = await failureOf(core.charge(null))
    expect([error.httpStatusCode, error.ApiResponse]).toEqual([
      500,
      { message: 'An unexpected error occurred' },
    ])
  })
})
