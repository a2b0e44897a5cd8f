import { z } from 'zod'
import { readCapped } from './read-capped'
import { classifyHttpStatus, classifyStatusCode, type MidtransResult } from './result'
import { type Transaction, transactionSchema } from './transaction'

/** Far more than any answer Midtrans sends; what is longer is not one. */
const ANSWER_LIMIT_BYTES = 256 * 1024

/**
 * Codes of bodies that describe a transaction. 202 is a denial, 407 an expired transaction: both are
 * states, not failures (docs.midtrans.com, Status Code).
 */
const TRANSACTION_CODES = new Set(['200', '201', '202', '407'])

const refusalSchema = z.looseObject({
  status_code: z.coerce.string().optional(),
  status_message: z.string().optional(),
  message: z.string().optional(),
  validation_messages: z.array(z.string()).optional(),
})

/**
 * Turns an HTTP answer into a transaction or a named error. The body's `status_code` decides before
 * the HTTP status: Midtrans answers most refusals, such as 404 and 406, with HTTP 200.
 */
export async function readAnswer(response: Response): Promise<MidtransResult<Transaction>> {
  const json = parseJson((await readCapped(response, ANSWER_LIMIT_BYTES))?.toString('utf8') ?? '')
  const httpStatus = response.status
  const refusal = refusalSchema.safeParse(json)
  const { status_code: statusCode, ...body } = refusal.data ?? {}
  const transaction = transactionSchema.safeParse(json)
  if (statusCode && TRANSACTION_CODES.has(statusCode) && transaction.success) {
    return { ok: true, value: transaction.data }
  }
  const kind = statusCode ? classifyStatusCode(statusCode) : classifyHttpStatus(httpStatus)
  const statusMessage = body.status_message ?? body.message
  const messages = body.validation_messages
  return { ok: false, error: { ...kind, httpStatus, statusCode, statusMessage, messages } }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
