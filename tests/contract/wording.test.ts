import { describe, expect, it } from 'vitest'
import { readFixture } from '../kit/fixtures'
import { newOrderId } from './support/client'
import { expectLike } from './support/expect-like'
import { newMerchant } from './support/merchant'
import { runSandbox } from './support/setup'

const sandbox = runSandbox()

describe('the wording of a merchant', () => {
  it.each([
    ['modern', 'Success, transaction is expired'],
    ['legacy', 'Success, transaction has expired'],
  ])(
    'when %s says that an expired transaction is so in its own words',
    async (wording, sentence) => {
      const client = await newMerchant(sandbox.client, { wording })
      const orderId = newOrderId()
      await client.charge(orderId)
      const { body } = await client.post(`/v2/${orderId}/expire`)
      expect([body.status_code, body.status_message]).toEqual(['407', sentence])
    },
  )

  it.each([
    ['modern', '412-new'],
    ['legacy', '412-legacy'],
  ])('when %s refuses an illegal change as recorded then', async (wording, fixture) => {
    const client = await newMerchant(sandbox.client, { wording })
    const orderId = newOrderId()
    await client.charge(orderId)
    for (const action of ['refund', 'approve', 'deny']) {
      const { body } = await client.post(`/v2/${orderId}/${action}`, {})
      expectLike(body, readFixture('errors', fixture))
    }
  })

  it('is modern for a merchant without settings, and stays when other settings change', async () => {
    const client = await newMerchant(sandbox.client, { name: 'Toko' })
    const read = async (settings: object) =>
      (await client.put('/_sandbox/merchants', { server_key: client.serverKey, ...settings })).body
    expect(await read({})).toMatchObject({ wording: 'modern' })
    await read({ wording: 'legacy' })
    expect(await read({ city: 'Bandung' })).toMatchObject({ wording: 'legacy', name: 'Toko' })
  })
})
