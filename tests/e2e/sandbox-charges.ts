import { randomUUID } from 'node:crypto'
import type { SandboxClient } from '@/tests/kit/sandbox-client'

export type Charged = { orderId: string; transactionId: string; qrUrl: string; deeplinkUrl: string }

/** Charges an order at the sandbox itself, for a merchant of its own: no shop takes part. */
export async function chargeAt({ url }: SandboxClient, more: object = {}): Promise<Charged> {
  const orderId = `desk-${randomUUID()}`
  const response = await fetch(`${url}/v2/charge`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Basic ${Buffer.from(`SB-Mid-server-${orderId}:`).toString('base64')}`,
    },
    body: JSON.stringify({
      payment_type: 'gopay',
      transaction_details: { order_id: orderId, gross_amount: 44_000 },
      ...more,
    }),
  })
  const body = (await response.json()) as {
    transaction_id: string
    actions?: { name: string; url: string }[]
  }
  const urlOf = (name: string) => body.actions?.find((action) => action.name === name)?.url ?? ''
  return {
    orderId,
    transactionId: body.transaction_id,
    qrUrl: urlOf('generate-qr-code'),
    deeplinkUrl: urlOf('deeplink-redirect'),
  }
}

/** The picture of a charge's QR code, to hand to a browser as text. */
export async function readPicture({ qrUrl }: Charged): Promise<string> {
  const response = await fetch(qrUrl)
  return Buffer.from(await response.arrayBuffer()).toString('base64')
}

export async function statusOf(sandbox: SandboxClient, { orderId }: Charged): Promise<string> {
  return (await sandbox.transaction(orderId)).transaction_status
}
