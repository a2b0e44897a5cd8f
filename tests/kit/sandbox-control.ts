import type { Fault } from '@/sandbox/faults/fault'
import { SERVER_KEY } from './notifications'

const MERCHANT = { Authorization: `Basic ${Buffer.from(`${SERVER_KEY}:`).toString('base64')}` }

export type SandboxTransaction = {
  order_id: string
  transaction_id: string
  transaction_status: string
  gross_amount: string
  payment_type: string
  [field: string]: unknown
}

export type SandboxControl = {
  /** The transactions of one order id, newest first. */
  transactions(orderId: string): Promise<SandboxTransaction[]>
  /** The only transaction of an order id. */
  transaction(orderId: string): Promise<SandboxTransaction>
  pay(orderId: string, issuer?: string): Promise<void>
  deny(orderId: string): Promise<void>
  expire(orderId: string): Promise<void>
  advance(seconds: number, orderId: string): Promise<void>
  reset(orderId: string): Promise<void>
  setFaults(faults: Fault[]): Promise<void>
  /** Ends every fault of this sandbox, whoever asked for it. */
  clearFaults(): Promise<void>
  /** Cancels as another holder of the server key would. */
  cancel(orderId: string): Promise<void>
  /** Gives money back as Midtrans's dashboard does. */
  refund(orderId: string, request: { refund_key: string; amount: number }): Promise<void>
}

/** Works the local Midtrans from outside, as its control page and the wallet do. */
export function controlSandbox(url: string): SandboxControl {
  async function call(method: string, path: string, body?: object, headers?: HeadersInit) {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      body: body && JSON.stringify(body),
    })
    if (!response.ok)
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  const list = (orderId: string): Promise<SandboxTransaction[]> =>
    call('GET', `/_sandbox/transactions?order_id=${orderId}`)

  return {
    transactions: list,
    async transaction(orderId) {
      const [only, ...more] = await list(orderId)
      if (!only || more.length > 0) throw new Error(`not one transaction of ${orderId}`)
      return only
    },
    pay: (orderId, issuer) =>
      call('POST', `/_sandbox/transactions/${orderId}/pay`, issuer ? { issuer } : {}),
    deny: (orderId) => call('POST', `/_sandbox/transactions/${orderId}/deny`, {}),
    expire: (orderId) => call('POST', `/_sandbox/transactions/${orderId}/expire`, {}),
    advance: (seconds, orderId) =>
      call('POST', '/_sandbox/clock', { advance_seconds: seconds, order_id: orderId }),
    reset: (orderId) => call('POST', '/_sandbox/reset', { order_id: orderId }),
    setFaults: (faults) => call('PUT', '/_sandbox/faults', faults),
    clearFaults: () => call('DELETE', '/_sandbox/faults'),
    cancel: (orderId) => call('POST', `/v2/${orderId}/cancel`, undefined, MERCHANT),
    refund: (orderId, request) => call('POST', `/v2/${orderId}/refund`, request, MERCHANT),
  }
}

export type CallFault = Extract<Fault, { on: 'charge' | 'status' | 'cancel' | 'expire' | 'refund' }>

/** One fault for the calls about one customer, told apart by the address, so that tests never meet. */
export function faultFor(
  { email }: { email: string },
  on: CallFault['on'],
  fault: CallFault['fault'],
  more: { times?: number; delay_ms?: number } = {},
): Fault {
  return { match: { email }, on, fault, ...more } as Fault
}
