/** Every way in which a call to Midtrans does not give a transaction. */
export type MidtransErrorCode =
  /** 400: the request breaks a rule; `messages` says which. */
  | 'validation_failed'
  /** 401: the server key is wrong, or of the other environment. */
  | 'unauthorized'
  /** 402: the payment channel is not active for this merchant. */
  | 'channel_not_active'
  /** 404: Midtrans has no transaction by this id (or the wallet does not exist). */
  | 'not_found'
  /** 406: the order id, or the refund key, is used already. */
  | 'conflict'
  /** 410: the shopper's wallet is blocked. */
  | 'wallet_blocked'
  /** 412: the transaction's status does not allow this. */
  | 'illegal_state'
  /** 413: the wallet's side could not read the request. */
  | 'malformed_request'
  /** 414: the refund is larger than what is left, or than the merchant's balance. */
  | 'amount_refused'
  /** 202 to a refund: the wallet or bank refused it, and the transaction is as it was. */
  | 'refund_denied'
  /** 429: too many charges in a short time. */
  | 'rate_limited'
  /** HTTP 202: the first call with this Idempotency-Key is still running. */
  | 'in_progress'
  /** 5xx. */
  | 'gateway_error'
  /** The answer is not JSON, is too large, or is not what the documentation describes. */
  | 'unreadable_answer'
  /** No whole answer within the time limit. */
  | 'timeout'
  /** The connection broke after the request may have been sent. */
  | 'connection_lost'
  /** No connection could be made: nothing was sent. */
  | 'unreachable'
  /** The caller itself held the call back, because of an open circuit breaker for one: nothing was sent. */
  | 'not_sent'

export type MidtransError = {
  code: MidtransErrorCode
  /**
   * `none`: Midtrans surely did nothing. `unknown`: it may have, so the same call must be repeated
   * with the same key, or Get Status asked, before anything is concluded.
   */
  effect: 'none' | 'unknown'
  /** Whether the same call may succeed later without anyone changing anything. */
  transient: boolean
  httpStatus?: number
  statusCode?: string
  statusMessage?: string
  /** Midtrans's `validation_messages`: for the developer's log, never for a shopper. */
  messages?: string[]
}

export type MidtransResult<T> = { ok: true; value: T } | { ok: false; error: MidtransError }

type Kind = Pick<MidtransError, 'code' | 'effect' | 'transient'>

/** The error of a call that was held back. */
export const notSent: MidtransError = { code: 'not_sent', effect: 'none', transient: true }

const rateLimited: Kind = { code: 'rate_limited', effect: 'none', transient: true }

const refused = (code: MidtransErrorCode): Kind => ({ code, effect: 'none', transient: false })

/**
 * Midtrans's codes by name (docs.midtrans.com, Status Code). A 406 on a charge means that this order
 * id already has a transaction, so its effect is unknown rather than none.
 */
const kindByStatusCode: Record<string, Kind> = {
  '400': refused('validation_failed'),
  '401': refused('unauthorized'),
  '402': refused('channel_not_active'),
  '404': refused('not_found'),
  '406': { code: 'conflict', effect: 'unknown', transient: false },
  '410': refused('wallet_blocked'),
  '412': refused('illegal_state'),
  '413': refused('malformed_request'),
  '414': refused('amount_refused'),
  '429': rateLimited,
}

/** Names an answer that is not a transaction, by the `status_code` of its body. */
export function classifyStatusCode(statusCode: string): Kind {
  return kindByStatusCode[statusCode] ?? classifyHttpStatus(Number(statusCode))
}

/**
 * Names an answer without a `status_code`. Only what Midtrans's own gateway says in HTTP alone counts:
 * 202 while the same key is running, 429, 5xx. Any other such answer, an HTML 404 for one, comes from
 * something in between and says nothing of the transaction.
 */
export function classifyHttpStatus(httpStatus: number): Kind {
  if (httpStatus === 429) return rateLimited
  if (httpStatus === 202) return { code: 'in_progress', effect: 'unknown', transient: true }
  if (httpStatus >= 500) return { code: 'gateway_error', effect: 'unknown', transient: true }
  return { code: 'unreadable_answer', effect: 'unknown', transient: true }
}

/** Connection errors that happen before a byte of the request is sent. */
const UNSENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/** Names an exception of `fetch`. */
export function classifyFailure(failure: unknown): MidtransError {
  const causes = causesOf(failure)
  if (causes.some((cause) => cause.name === 'TimeoutError')) {
    return { code: 'timeout', effect: 'unknown', transient: true }
  }
  if (causes.some((cause) => UNSENT.has(cause.code ?? ''))) {
    return { code: 'unreachable', effect: 'none', transient: true }
  }
  return { code: 'connection_lost', effect: 'unknown', transient: true }
}

function causesOf(failure: unknown): { name?: string; code?: string }[] {
  if (!(failure instanceof Error)) return []
  const inner = failure instanceof AggregateError ? failure.errors.flatMap(causesOf) : []
  return [failure as { name?: string; code?: string }, ...inner, ...causesOf(failure.cause)]
}
