import { describe, expect, it } from 'vitest'
import { actionUrl, newOrderId } from './support/client'
import { newMerchant } from './support/merchant'
import { chargeNew, sendForm, statusOf } from './support/pages'
import { runSandbox } from './support/setup'

const sandbox = runSandbox()

describe('the phone on the desk', () => {
  const decide = async (fields: Record<string, string>) =>
    (await sendForm(sandbox.client, '/_sandbox', fields)).headers.get('location')

  it('asks for a PIN of six digits before it pays', async () => {
    const { orderId, id } = await chargeNew(sandbox.client)
    const bill = { id, issuer: 'dana', decision: 'pay' }
    expect(await decide(bill)).toBe(`/_sandbox?id=${id}&issuer=dana&step=pin`)
    for (const pin of ['', '12345', '1234567', '12a456']) {
      expect(await decide({ ...bill, pin })).toContain('step=wrong-pin')
    }
    expect(await statusOf(sandbox.client, orderId)).toBe('pending')
    expect(await decide({ ...bill, pin: '000000' })).toBe(`/_sandbox?id=${id}&result=success`)
    expect(await sandbox.client.transaction(orderId)).toMatchObject({
      transaction_status: 'settlement',
      payment_type: 'qris',
      issuer: 'dana',
    })
  })

  it('pays once, however often it is told to', async () => {
    const { orderId, id } = await chargeNew(sandbox.client)
    const bill = { id, issuer: 'ovo', decision: 'pay', pin: '123456' }
    await Promise.all([decide(bill), decide(bill), decide(bill)])
    expect((await sandbox.client.get(`/_sandbox?id=${id}&result=failure`)).text).toContain('Paid')
    expect(await sandbox.client.notifications(orderId)).toHaveLength(2)
  })

  it('only reserves what is pre-authorised', async () => {
    const { orderId, id } = await chargeNew(sandbox.client, { gopay: { pre_auth: true } })
    await decide({ id, issuer: 'gopay', decision: 'pay', pin: '123456' })
    expect(await statusOf(sandbox.client, orderId)).toBe('authorize')
    expect((await sandbox.client.get(`/_sandbox?id=${id}`)).text).toContain('Reserved')
  })

  it.each(['bca', 'permata'])(
    'pays a transfer to %s, which knows no issuer and cannot be scanned',
    async (bank) => {
      const more = { payment_type: 'bank_transfer', bank_transfer: { bank } }
      const { orderId, id } = await chargeNew(sandbox.client, more)
      const { text } = await sandbox.client.get(`/_sandbox?id=${id}`)
      expect(text).toContain(`${bank.toUpperCase()} number`)
      await decide({ id, decision: 'pay', pin: '123456' })
      const paid = await sandbox.client.transaction(orderId)
      expect(paid).toMatchObject({
        transaction_status: 'settlement',
        payment_type: 'bank_transfer',
      })
      expect(paid).not.toHaveProperty('issuer')
    },
  )

  it('reads the address of every kind of code', async () => {
    const client = await newMerchant(sandbox.client, { qr_code_v2: true })
    const shopee = { payment_type: 'qris', qris: { acquirer: 'airpay shopee' } }
    for (const more of [{}, { payment_type: 'qris' }, shopee]) {
      const orderId = newOrderId()
      const { body } = await client.charge(orderId, more)
      for (const name of ['generate-qr-code', 'generate-qr-code-v2']) {
        const url = actionUrl(body, name)
        expect(url).toMatch(/\/qr-code$/)
        const { text } = await client.get(`/_sandbox?qr=${encodeURIComponent(url)}`)
        expect(text).toContain(`name="id" value="${body.transaction_id}"`)
      }
    }
  })

  it('answers an unknown id with 404 and words', async () => {
    const answer = await sandbox.client.get('/_sandbox?id=nobody')
    expect([answer.http, answer.text]).toEqual([404, expect.stringContaining('Unknown payment')])
    const long = await sandbox.client.get(`/_sandbox?id=${'x'.repeat(5000)}`)
    expect(long.http).toBe(404)
  })
})
