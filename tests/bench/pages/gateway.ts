import { randomUUID } from 'node:crypto'
import { notificationOf, SERVER_KEY } from '@/tests/kit/notifications'
import type { SandboxTransaction } from '@/tests/kit/sandbox-control'

type ChargeAnswer = { actions: { name: string; url: string }[] }

/** Charges and fetches the picture of the code without the shop. Returns how long both took, in milliseconds. */
export async function askGateway(sandboxUrl: string): Promise<number> {
  const startedAt = performance.now()
  const answer = await fetch(`${sandboxUrl}/v2/charge`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Basic ${Buffer.from(`${SERVER_KEY}:`).toString('base64')}`,
    },
    body: JSON.stringify({
      payment_type: 'gopay',
      transaction_details: { order_id: `bench-${randomUUID()}`, gross_amount: 44_000 },
    }),
  })
  const { actions } = (await answer.json()) as ChargeAnswer
  const code = actions.find(({ name }) => name === 'generate-qr-code')
  if (!code) throw new Error('The sandbox charged without a code.')
  await (await fetch(code.url)).arrayBuffer()
  return performance.now() - startedAt
}

/** Tells the shop that a transaction is settled, as Midtrans does. */
export async function notifyShop(shopUrl: string, transaction: SandboxTransaction): Promise<void> {
  const { order_id, gross_amount, transaction_id } = transaction
  const answer = await fetch(`${shopUrl}/api/midtrans/notification`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(notificationOf({ order_id, gross_amount, transaction_id }, 'settlement')),
  })
  const result = answer.headers.get('notification-result')
  if (result !== 'applied') throw new Error(`The notification was ${result}.`)
}
