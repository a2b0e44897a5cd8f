import { createHash, randomUUID } from 'node:crypto'

export type Json = Record<string, unknown>
export type Answer = { http: number; body: Json; text: string }

export const SERVER_KEY = 'SB-Mid-server-contract'

export function basic(serverKey: string): string {
  return `Basic ${Buffer.from(`${serverKey}:`).toString('base64')}`
}

/** The signature of a body by the documented rule, over its own texts. */
export function sign({ order_id, status_code, gross_amount }: Json, serverKey = SERVER_KEY) {
  return createHash('sha512')
    .update(`${order_id}${status_code}${gross_amount}${serverKey}`)
    .digest('hex')
}

/** A new order id, so that tests never meet. */
export const newOrderId = (): string => `contract-${randomUUID().slice(0, 18)}`

/** Speaks to one sandbox: Midtrans's addresses with the key, the control addresses without. */
export function createClient(base: string, serverKey = SERVER_KEY) {
  async function call(method: string, path: string, body?: unknown, headers = {}): Promise<Answer> {
    const response = await fetch(base + path, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(path.startsWith('/v2') && { Authorization: basic(serverKey) }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      redirect: 'manual',
    })
    const text = await response.text()
    return { http: response.status, body: readJson(text), text }
  }

  return {
    base,
    serverKey,
    get: (path: string, headers = {}) => call('GET', path, undefined, headers),
    post: (path: string, body?: unknown, headers = {}) => call('POST', path, body, headers),
    put: (path: string, body: unknown) => call('PUT', path, body),
    delete: (path: string) => call('DELETE', path),
    /** Charges `order_id` for 44,000 rupiah; `more` is merged into the request. */
    charge: (orderId: string, more: Json = {}, headers = {}) =>
      call('POST', '/v2/charge', chargeRequest(orderId, more), headers),
    status: (id: string) => call('GET', `/v2/${id}/status`),
    /** The control view of an order's latest transaction. */
    async transaction(orderId: string): Promise<Json> {
      const { text } = await call('GET', `/_sandbox/transactions?order_id=${orderId}`)
      const [latest] = JSON.parse(text) as Json[]
      if (!latest) throw new Error(`no transaction of ${orderId}`)
      return latest
    },
    async notifications(orderId: string): Promise<Json[]> {
      const { text } = await call('GET', `/_sandbox/notifications?order_id=${orderId}`)
      return JSON.parse(text) as Json[]
    },
    advance: (seconds: number, orderId: string) =>
      call('POST', '/_sandbox/clock', { advance_seconds: seconds, order_id: orderId }),
  }
}

export type Client = ReturnType<typeof createClient>

export function chargeRequest(orderId: string, more: Json = {}): Json {
  return {
    payment_type: 'gopay',
    transaction_details: { order_id: orderId, gross_amount: 44000 },
    ...more,
  }
}

export function actionUrl(body: Json, name: string): string {
  const actions = (body.actions ?? []) as { name: string; url: string }[]
  return actions.find((action) => action.name === name)?.url ?? ''
}

function readJson(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return {}
  }
}
