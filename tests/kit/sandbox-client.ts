import { controlSandbox, type SandboxControl, type SandboxTransaction } from './sandbox-control'

/** A transaction with what a wallet needs of it. */
export type PayableTransaction = SandboxTransaction & {
  actions: { name: string; method: string; url: string }[]
  qr_string: string
  customer_details?: { email?: string }
}

/** A notification that the sandbox has sent, or tried to. */
export type SandboxNotification = {
  transaction_status: string
  request: { body: Record<string, unknown> }
  response: { status: number | null } | null
}

/** The local Midtrans as a browser test uses it: beside the control addresses, scanning and refunds. */
export type SandboxClient = Omit<SandboxControl, 'transactions' | 'refund'> & {
  url: string
  /** The transactions of one order id at Midtrans, newest first. */
  transactions(orderId: string): Promise<PayableTransaction[]>
  /** The transactions of a shopper, newest first. */
  transactionsOf(email: string): Promise<PayableTransaction[]>
  notifications(orderId: string): Promise<SandboxNotification[]>
  /** Pays what the text of a QR code says, with the app of `issuer`. */
  scan(qr: string, issuer: string): Promise<PayableTransaction>
  /** Gives money back, as the merchant does at Midtrans (docs.midtrans.com, Refund Transaction). */
  refund(orderId: string, amount: number): Promise<void>
}

export function createSandboxClient(url: string, serverKey: string): SandboxClient {
  async function call<T>(path: string, body?: object): Promise<T> {
    const response = await fetch(new URL(path, url), {
      method: body ? 'POST' : 'GET',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Basic ${Buffer.from(`${serverKey}:`).toString('base64')}`,
      },
      body: body && JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`)
    return JSON.parse(text) as T
  }

  return {
    ...controlSandbox(url),
    url,
    transactions: (orderId) => call(`/_sandbox/transactions?order_id=${orderId}`),
    async transactionsOf(email) {
      const all = await call<PayableTransaction[]>('/_sandbox/transactions?limit=1000')
      return all.filter(({ customer_details }) => customer_details?.email === email)
    },
    notifications: (orderId) => call(`/_sandbox/notifications?order_id=${orderId}`),
    scan: (qr, issuer) => call('/_sandbox/scan', { qr, issuer }),
    async refund(orderId, amount) {
      const request = { refund_key: crypto.randomUUID(), amount, reason: 'a test' }
      const answer = await call<{ status_code: string }>(
        `/v2/${orderId}/refund/online/direct`,
        request,
      )
      // Midtrans answers refusals with HTTP 200 and says so in the body.
      if (answer.status_code !== '200') throw new Error(`refund: ${JSON.stringify(answer)}`)
    },
  }
}
