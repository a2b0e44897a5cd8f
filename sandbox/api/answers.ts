import { randomUUID } from 'node:crypto'
import type { Merchant } from '../store/records'

/** An answer of the Core API. Its HTTP status and its body's status_code often differ, as Midtrans's do. */
export type Answer = { http: number; body: Record<string, unknown> }

// Refusals by the gateway carry a real HTTP status. Business refusals arrive as HTTP 200 and only the body
// tells (docs.midtrans.com, Deployment Notice: "New HTTP code 200").

export function invalidPayload(messages: string[]): Answer {
  return {
    http: 400,
    body: {
      status_code: '400',
      status_message: 'One or more parameters in the payload is invalid.',
      validation_messages: messages,
      id: randomUUID(),
    },
  }
}

/**
 * A key that nobody has. The API was recorded with one sentence for a text in the form of a server key (2024);
 * docs.midtrans.com and the vendor's Python and Ruby suites have another for anything else.
 */
export function unknownKey(key: string | undefined): Answer {
  return {
    http: 401,
    body: {
      status_code: '401',
      status_message: key?.includes('-server-')
        ? 'Unknown Merchant server_key/id'
        : 'Transaction cannot be authorized with the current client/server key.',
      id: '00000000-0000-0000-0000-000000000000',
    },
  }
}

const refusal = (statusCode: string, message: string): Answer => ({
  http: 200,
  body: { status_code: statusCode, status_message: message, id: randomUUID() },
})

const refusalWithoutId = (statusCode: string, message: string): Answer => ({
  http: 200,
  body: { status_code: statusCode, status_message: message },
})

export const channelInactive = (): Answer => refusal('402', 'Payment channel is not activated.')
export const unknownTransaction = (): Answer => refusal('404', "Transaction doesn't exist.")
export const orderIdTaken = (): Answer =>
  refusal(
    '406',
    'The request could not be completed due to a conflict with the current state of the target resource, please try again',
  )
export const refundKeyTaken = (): Answer => refusalWithoutId('406', 'Duplicate refund ID')
/** The legacy sentence was recorded until 2019 and had no id. */
export const illegalChange = ({ wording }: Merchant): Answer =>
  wording === 'legacy'
    ? refusalWithoutId('412', 'Merchant cannot modify the status of the transaction')
    : refusal('412', 'Transaction status cannot be updated.')
export const malformedBody = (): Answer =>
  refusalWithoutId(
    '413',
    'The request cannot be processed due to malformed syntax in the request body',
  )
export const refundTooLarge = (): Answer =>
  refusalWithoutId('414', 'Refund request is rejected due to invalid amount')

export const partnerUnavailable = (): Answer => ({
  http: 503,
  body: {
    status_code: '503',
    status_message:
      'Sorry. The bank/payment partner is experiencing some connection issues. Please retry later.',
    id: randomUUID(),
  },
})

// The gateway in front of the API answers without a status_code.
const gateway = (http: number, message: string): Answer => ({ http, body: { message } })

export const unexpectedError = (): Answer => gateway(500, 'An unexpected error occurred')
export const rateLimited = (): Answer => gateway(429, 'API rate limit exceeded')
export const bodyTooLarge = (): Answer => gateway(413, 'Request size limit exceeded')
export const noRoute = (): Answer => gateway(404, 'no Route matched with those values')
/** docs.midtrans.com, API headers: a repeat while the first still runs gets HTTP 202. Its body is not recorded. */
export const stillRunning = (): Answer =>
  gateway(202, 'A request with the same Idempotency-Key is being processed')
