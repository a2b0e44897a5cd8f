import { describe, type TestContext } from 'vitest'
import { type Answer, type Client, createClient, type Json, newOrderId } from '../support/client'
import { runSandbox } from '../support/setup'

const serverKey = process.env.MIDTRANS_SANDBOX_SERVER_KEY
const url = process.env.MIDTRANS_SANDBOX_API_URL || 'https://api.sandbox.midtrans.com'

if (!serverKey) {
  console.log('Not run at Midtrans’s own sandbox: MIDTRANS_SANDBOX_SERVER_KEY is not set.')
}

export type Gateway = {
  client(): Client
  /** Charges, and skips the test where this account has not activated the channel. */
  charge(context: TestContext, more?: Json, orderId?: string): Promise<Answer>
}

/**
 * The same tests at the local sandbox and, with a key, at Midtrans's own. They may use only what a new account
 * allows: nobody can pay there without Midtrans's own simulator, and there are no control addresses.
 */
export function describeGateways(name: string, tests: (gateway: Gateway) => void): void {
  describe(`${name}, at the local sandbox`, () => {
    const sandbox = runSandbox()
    const client = () => sandbox.client
    tests({ client, charge: (_, more, orderId = newOrderId()) => client().charge(orderId, more) })
  })
  const where = serverKey ? url : 'Midtrans’s sandbox (set MIDTRANS_SANDBOX_SERVER_KEY to run it)'
  describe.skipIf(!serverKey)(`${name}, at ${where}`, () => {
    const client = createClient(url, serverKey)
    tests({
      client: () => client,
      async charge(context, more, orderId = newOrderId()) {
        const answer = await client.charge(orderId, more)
        context.skip(answer.body.status_code === '402', String(answer.body.status_message))
        return answer
      },
    })
  })
}
