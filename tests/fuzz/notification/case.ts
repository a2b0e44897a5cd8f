import type { NotificationBody } from '../../kit/notifications'

/** One request that no honest Midtrans would send, or that says nothing new. */
export type Case = {
  kind: string
  body: Buffer
  headers: Record<string, string>
  isChunked: boolean
  /** The answers that the route may give: HTTP status and `result`. */
  allowed: readonly string[]
}

/** An order that the cases are about. */
export type Target = { midtransOrderId: string; transactionId: string; grossAmount: number }

export const NOT_JSON = ['400 not_json'] as const
export const WRONG_SHAPE = ['400 wrong_shape'] as const
export const BAD_SIGNATURE = ['403 bad_signature'] as const
export const MARKED = ['200 marked'] as const
export const UNKNOWN_ORDER = ['200 unknown_order'] as const
export const TOO_LARGE = ['413 too_large'] as const
/** Signed and consistent, and no news. */
export const NO_NEWS = ['200 known', '200 out_of_date'] as const

export function caseOf(
  kind: string,
  body: Buffer | string | NotificationBody | object,
  allowed: readonly string[],
): Case {
  const isText = typeof body === 'string'
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(isText ? body : JSON.stringify(body))
  const headers = { 'Content-Type': 'application/json' }
  return { kind, body: bytes, headers, isChunked: false, allowed }
}
