import type { Context } from 'hono'
import type { AnswerFault } from '../faults/fault'
import type { Sandbox } from '../sandbox'
import type { Merchant } from '../store/records'
import { type Answer, malformedBody, stillRunning } from './answers'
import { authenticate, refuseKey } from './authenticate'
import { answerOnce, readIdempotencyKey } from './idempotency'
import { parseBody } from './read-body'
import { readText } from './read-text'
import { distortAnswer, type Env, replyWithFault, sendAnswer, toReply } from './reply'

export type Body = Record<string, unknown> | null
/** What a request is going to do, and the fault that it meets. */
export type Plan = { fault?: AnswerFault | undefined; work: () => Answer }

type Steps = {
  /** An answer of the gateway that the request gets instead of being looked at. */
  refuse?: (merchant: Merchant) => Answer | undefined
  plan: (merchant: Merchant, body: Body) => Plan
}

/** What every POST has in common: the key first, then the body, the Idempotency-Key, the fault, the work. */
export async function handlePost(
  sandbox: Sandbox,
  c: Context<Env>,
  { refuse, plan }: Steps,
): Promise<Response> {
  // Authentication comes before validation: an empty charge with a wrong key gets 401 (vendor Go tests).
  const authorization = c.req.header('authorization')
  const merchant = authenticate(sandbox, authorization)
  if (!merchant) return sendAnswer(c, refuseKey(authorization))
  const body = parseBody(await readText(c))
  const refusal = refuse?.(merchant)
  if (refusal) return sendAnswer(c, refusal)

  const key = readIdempotencyKey(c.req.header('idempotency-key'), body)
  if (key && sandbox.runningKeys.has(key)) return sendAnswer(c, stillRunning())
  if (key) sandbox.runningKeys.add(key)
  try {
    const { fault, work } = body === undefined ? { work: malformedBody } : plan(merchant, body)
    return await replyWithFault(c, fault, () =>
      toReply(answerOnce(sandbox, key, () => distortAnswer(work(), fault?.fault))),
    )
  } finally {
    if (key) sandbox.runningKeys.delete(key)
  }
}
