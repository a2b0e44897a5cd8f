import type { ChargeRequest } from './charge-request'
import { readAnswer } from './read-answer'
import type { RefundRequest } from './refund-request'
import { classifyFailure, type MidtransResult } from './result'
import type { Transaction } from './transaction'

export type MidtransConfig = {
  /** Base URL of the API, such as `https://api.sandbox.midtrans.com`. */
  apiUrl: string
  serverKey: string
  /** Milliseconds for one whole call, the body included. */
  timeoutMs: number
}

export type ChargeOptions = {
  /**
   * At most 46 characters. For five minutes Midtrans gives the first successful answer again, whatever
   * the body says, so a call whose answer was lost can simply be repeated.
   */
  idempotencyKey: string
  /** Takes the place of the notification URL in the dashboard, for this transaction only. */
  notificationUrl: string
}

export type MidtransClient = {
  charge(request: ChargeRequest, options: ChargeOptions): Promise<MidtransResult<Transaction>>
  getStatus(id: string): Promise<MidtransResult<Transaction>>
  cancel(id: string): Promise<MidtransResult<Transaction>>
  expire(id: string): Promise<MidtransResult<Transaction>>
  /** The answer's `refund_amount` is of this refund alone. */
  refund(id: string, request: RefundRequest): Promise<MidtransResult<Transaction>>
}

/**
 * Midtrans Core API v2. Each call gives a transaction or a named error and never throws. `id` is an
 * order id or a transaction id. Nothing is retried here: whether a call may be repeated is the
 * caller's to know. Source: docs.midtrans.com, Core API.
 */
export function createMidtransClient(config: MidtransConfig): MidtransClient {
  async function call(method: 'GET' | 'POST', path: string, body?: object, headers?: HeadersInit) {
    try {
      const response = await fetch(new URL(path, config.apiUrl), {
        method,
        headers: {
          Accept: 'application/json',
          'Content-Type': 'application/json',
          // The server key is the user name, the password is empty.
          Authorization: `Basic ${Buffer.from(`${config.serverKey}:`).toString('base64')}`,
          ...headers,
        },
        body: body && JSON.stringify(body),
        // The key goes to the configured host and nowhere else.
        redirect: 'manual',
        cache: 'no-store',
        signal: AbortSignal.timeout(config.timeoutMs),
      })
      return await readAnswer(response)
    } catch (failure) {
      return { ok: false as const, error: classifyFailure(failure) }
    }
  }

  const transactionPath = (id: string, verb: string) => `/v2/${encodeURIComponent(id)}/${verb}`

  return {
    charge: (request, options) =>
      call('POST', '/v2/charge', request, {
        'Idempotency-Key': options.idempotencyKey,
        'X-Override-Notification': options.notificationUrl,
      }),
    getStatus: (id) => call('GET', transactionPath(id, 'status')),
    cancel: (id) => call('POST', transactionPath(id, 'cancel')),
    expire: (id) => call('POST', transactionPath(id, 'expire')),
    refund: async (id, request) =>
      denyRefused(await call('POST', transactionPath(id, 'refund'), request)),
  }
}

/** A refund that the wallet or bank refused comes with the transaction as it was, and the code 202. */
function denyRefused(answer: MidtransResult<Transaction>): MidtransResult<Transaction> {
  if (!answer.ok || answer.value.status_code !== '202') return answer
  const { status_code: statusCode, status_message: statusMessage } = answer.value
  const kind = { code: 'refund_denied', effect: 'none', transient: false } as const
  return { ok: false, error: { ...kind, statusCode, statusMessage } }
}
