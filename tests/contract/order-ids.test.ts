import { describe, expect, it } from 'vitest'
import { newOrderId } from './support/client'
import { newMerchant } from './support/merchant'
import { runSandbox } from './support/setup'

const sandbox = runSandbox()

describe('an order id', () => {
  it('of two transactions shows the later one, and each can be asked for by its transaction id', async () => {
    const orderId = newOrderId()
    const { body: first } = await sandbox.client.charge(orderId)
    await sandbox.client.post(`/v2/${orderId}/cancel`)
    const { body: second } = await sandbox.client.charge(orderId)
    expect((await sandbox.client.status(orderId)).body.transaction_id).toBe(second.transaction_id)
    const { body } = await sandbox.client.status(String(first.transaction_id))
    expect(body.transaction_status).toBe('cancel')
  })

  it('that is percent-encoded finds its order', async () => {
    const orderId = newOrderId()
    await sandbox.client.charge(orderId)
    const encoded = [...orderId].map((each) => `%${each.charCodeAt(0).toString(16)}`).join('')
    expect((await sandbox.client.status(encoded)).body.order_id).toBe(orderId)
  })

  it.each(['status', 'cancel', 'expire', 'refund'])(
    'of two merchants may be the same: %s is for the caller’s own',
    async (action) => {
      const other = await newMerchant(sandbox.client, {})
      const orderId = newOrderId()
      const { body: mine } = await sandbox.client.charge(orderId)
      const { body: theirs } = await other.charge(orderId)
      expect(theirs.transaction_id).not.toBe(mine.transaction_id)
      // Only what is paid can be refunded.
      if (action === 'refund')
        await other.post(`/_sandbox/transactions/${theirs.transaction_id}/pay`)
      const answer = await (action === 'status'
        ? other.status(orderId)
        : other.post(`/v2/${orderId}/${action}`, {}))
      expect(answer.body.transaction_id).toBe(theirs.transaction_id)
      expect((await sandbox.client.status(orderId)).body.transaction_status).toBe('pending')
    },
  )
})

describe('the order ids of a merchant', () => {
  const odd = `park-id2021-07-02 15:03:01 +0700`
  it('are of the documented alphabet unless it says otherwise', async () => {
    const client = await newMerchant(sandbox.client, {})
    expect((await client.charge(odd)).http).toBe(400)
  })

  it('may be lenient: then an odd one is charged, found and cancelled by its encoded form', async () => {
    const client = await newMerchant(sandbox.client, { order_ids: 'lenient' })
    expect((await client.charge(odd)).body).toMatchObject({ status_code: '201', order_id: odd })
    const encoded = encodeURIComponent(odd)
    expect((await client.status(encoded)).body.order_id).toBe(odd)
    // The vendor's Ruby client leaves the plus sign as it is (recorded 2016).
    expect((await client.status(encoded.replace('%2B', '+'))).body.order_id).toBe(odd)
    expect((await client.post(`/v2/${encoded}/cancel`)).body.status_code).toBe('200')
  })

  it.each([
    ['51 characters', 'x'.repeat(51)],
    ['a line break', 'a\nb'],
    ['nothing', ''],
  ])('of %s are refused even when lenient', async (_, orderId) => {
    const client = await newMerchant(sandbox.client, { order_ids: 'lenient' })
    expect((await client.charge(orderId)).http).toBe(400)
  })
})
