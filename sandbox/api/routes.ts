import { type Context, Hono } from 'hono'
import { baseUrlFor } from '../base-url'
import type { AnswerFault } from '../faults/fault'
import { describeSubject } from '../faults/fault-book'
import type { Sandbox } from '../sandbox'
import type { Merchant } from '../store/records'
import { findOwn } from '../store/transactions'
import {
  type Answer,
  malformedBody,
  stillRunning,
  unexpectedError,
  unknownKey,
  unknownTransaction,
} from './answers'
import { authenticate } from './authenticate'
import { cancel, expire, getStatus, refuseCardChange } from './change'
import { charge } from './charge'
import { answerOnce, readIdempotencyKey } from './idempotency'
import { readNotificationUrls } from './notification-urls'
import { qrImage } from './qr-image'
import { parseBody } from './read-body'
import { readText } from './read-text'
import { refund } from './refund'
import { distortAnswer, type Env, replyWithFault, sendAnswer, toReply } from './reply'

type Change = (sandbox: Sandbox, merchant: Merchant, id: string, body: unknown) => Answer

const changes: Record<string, Change> = {
  cancel,
  expire,
  refund: (sandbox, merchant, id, body) => refund(sandbox, merchant, id, body ?? {}, false),
  'refund/online/direct': (sandbox, merchant, id, body) =>
    refund(sandbox, merchant, id, body ?? {}, true),
  approve: refuseCardChange,
  deny: refuseCardChange,
}

/** Midtrans's own addresses. */
export function coreApi(sandbox: Sandbox): Hono<Env> {
  const api = new Hono<Env>()

  api.post('/charge', (c) =>
    handlePost(sandbox, c, (merchant, body) => {
      if (body === null) return { work: unexpectedError }
      const fault = sandbox.faults.takeForAnswer('charge', subjectOfCharge(body))
      const context = {
        baseUrl: baseUrlFor(sandbox.config, c.env.incoming.headers.host),
        appendUrls: readNotificationUrls(c.req.header('x-append-notification')),
        overrideUrls: readNotificationUrls(c.req.header('x-override-notification')),
      }
      return { fault, work: () => charge(sandbox, merchant, body, context, fault?.fault) }
    }),
  )

  api.post('/capture', (c) =>
    handlePost(sandbox, c, (merchant, body) => {
      const id = (body as { transaction_id?: unknown } | null)?.transaction_id
      return {
        work: () =>
          typeof id === 'string' ? refuseCardChange(sandbox, merchant, id) : malformedBody(),
      }
    }),
  )

  for (const [name, change] of Object.entries(changes)) {
    api.post(`/:id/${name}`, (c) =>
      handlePost(sandbox, c, (merchant, body) => {
        const id = c.req.param('id')
        const fault =
          name === 'cancel' || name === 'expire' ? takeFor(sandbox, merchant, name, id) : undefined
        return { fault, work: () => change(sandbox, merchant, id, body) }
      }),
    )
  }

  api.get('/:id/status', (c) => {
    const merchant = authenticate(sandbox, c.req.header('authorization'))
    if (!merchant) return sendAnswer(c, unknownKey())
    const id = c.req.param('id')
    const fault = takeFor(sandbox, merchant, 'status', id)
    return replyWithFault(c, fault, () =>
      toReply(distortAnswer(getStatus(sandbox, merchant, id), fault?.fault)),
    )
  })
  // For multi-use virtual accounts only; any wallet's transaction is unknown there.
  api.get('/:id/status/b2b', (c) => {
    const merchant = authenticate(sandbox, c.req.header('authorization'))
    return sendAnswer(c, merchant ? unknownTransaction() : unknownKey())
  })
  api.get('/:channel{gopay|qris}/:id/qr-code', (c) => qrImage(sandbox, c, c.req.param('id')))
  return api
}

type Plan = { fault?: AnswerFault | undefined; work: () => Answer }

/** What every POST has in common: the key first, then the body, the fault, the Idempotency-Key, the work. */
async function handlePost(
  sandbox: Sandbox,
  c: Context<Env>,
  plan: (merchant: Merchant, body: unknown) => Plan,
): Promise<Response> {
  // Authentication comes before validation: an empty charge with a wrong key gets 401 (vendor Go tests).
  const merchant = authenticate(sandbox, c.req.header('authorization'))
  if (!merchant) return sendAnswer(c, unknownKey())
  const body = parseBody(await readText(c))
  if (body === undefined) return sendAnswer(c, malformedBody())

  const key = readIdempotencyKey(c.req.header('idempotency-key'))
  const running = key && `${merchant.merchantId} ${key}`
  if (running && sandbox.runningKeys.has(running)) return sendAnswer(c, stillRunning())
  if (running) sandbox.runningKeys.add(running)
  try {
    const { fault, work } = plan(merchant, body)
    return await replyWithFault(c, fault, () =>
      toReply(answerOnce(sandbox, merchant, key, () => distortAnswer(work(), fault?.fault))),
    )
  } finally {
    if (running) sandbox.runningKeys.delete(running)
  }
}

function takeFor(sandbox: Sandbox, merchant: Merchant, on: AnswerFault['on'], id: string) {
  const transaction = findOwn(sandbox.store, merchant.merchantId, id)
  const subject = describeSubject(transaction?.orderId ?? id, transaction?.customer)
  return sandbox.faults.takeForAnswer(on, subject)
}

/** Reads what a fault may match from a body that has not been validated yet. */
function subjectOfCharge(body: unknown) {
  const request = body as {
    transaction_details?: { order_id?: unknown }
    customer_details?: Record<string, unknown>
  }
  const customer = request.customer_details ?? {}
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  return describeSubject(String(request.transaction_details?.order_id ?? ''), {
    first_name: text(customer.first_name),
    last_name: text(customer.last_name),
    email: text(customer.email),
  })
}
