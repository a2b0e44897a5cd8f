/** What the tests read of a transaction, in Midtrans's own words. */
export type SandboxTransaction = {
  transaction_id: string
  order_id: string
  gross_amount: string
  payment_type: string
  transaction_status: string
  issuer?: string
  actions: { name: string; method: string; url: string }[]
  qr_string: string
  customer_details?: { email?: string }
}

/** A notification that the sandbox has sent, or tried to. */
export type SandboxNotification = {
  id: number
  order_id: string
  transaction_status: string
  request: { body: Record<string, unknown> }
  response: { status: number | null } | null
  duration_ms: number | null
}

/** docs/sandbox.md lists what `on` and `fault` may be. `match` keeps parallel tests apart. */
export type SandboxFault = {
  match: { order_id?: string; email?: string; name?: string }
  on: 'charge' | 'status' | 'cancel' | 'expire' | 'notification' | 'qr'
  fault: string
  times?: number
  delay_ms?: number
  transaction_status?: string
}

/** The control addresses of the local Midtrans. `id` is an order id at Midtrans or a transaction id. */
export type SandboxClient = {
  url: string
  /** All transactions of one order id, newest first. */
  transactions(orderId: string): Promise<SandboxTransaction[]>
  /** The transactions of a shopper, newest first. */
  transactionsOf(email: string): Promise<SandboxTransaction[]>
  notifications(orderId: string): Promise<SandboxNotification[]>
  pay(id: string, issuer?: string): Promise<SandboxTransaction>
  deny(id: string): Promise<SandboxTransaction>
  /** Pays what the text of a QR code says, with the app of `issuer`. */
  scan(qr: string, issuer: string): Promise<SandboxTransaction>
  /** Moves the clock of one order forward; what becomes due by that happens at once. */
  advance(orderId: string, seconds: number): Promise<void>
  setFaults(faults: SandboxFault[]): Promise<void>
  /** Gives money back, as the merchant does at Midtrans (docs.midtrans.com, Refund Transaction). */
  refund(id: string, amount?: number): Promise<void>
}

export function createSandboxClient(url: string, serverKey: string): SandboxClient {
  async function call<T>(method: string, path: string, body?: object, headers?: HeadersInit) {
    const response = await fetch(new URL(path, url), {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      body: body ? JSON.stringify(body) : undefined,
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return JSON.parse(text) as T
  }
  const at = (id: string, verb: string) =>
    `/_sandbox/transactions/${encodeURIComponent(id)}/${verb}`
  const query = (orderId: string) => `?order_id=${encodeURIComponent(orderId)}`

  return {
    url,
    transactions: (orderId) => call('GET', `/_sandbox/transactions${query(orderId)}`),
    async transactionsOf(email) {
      const all = await call<SandboxTransaction[]>('GET', '/_sandbox/transactions?limit=1000')
      return all.filter(({ customer_details }) => customer_details?.email === email)
    },
    notifications: (orderId) => call('GET', `/_sandbox/notifications${query(orderId)}`),
    pay: (id, issuer) => call('POST', at(id, 'pay'), { issuer }),
    deny: (id) => call('POST', at(id, 'deny'), {}),
    scan: (qr, issuer) => call('POST', '/_sandbox/scan', { qr, issuer }),
    async advance(orderId, seconds) {
      await call('POST', '/_sandbox/clock', { advance_seconds: seconds, order_id: orderId })
    },
    async setFaults(faults) {
      await call('PUT', '/_sandbox/faults', faults)
    },
    async refund(id, amount) {
      const key = Buffer.from(`${serverKey}:`).toString('base64')
      const answer = await call<{ status_code: string; status_message: string }>(
        'POST',
        `/v2/${encodeURIComponent(id)}/refund/online/direct`,
        { refund_key: crypto.randomUUID(), amount, reason: 'a test' },
        { Authorization: `Basic ${key}` },
      )
      if (answer.status_code !== '200') throw new Error(`refund: ${JSON.stringify(answer)}`)
    },
  }
}
