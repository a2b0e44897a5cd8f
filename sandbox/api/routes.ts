import { Hono } from 'hono'
import { baseUrlFor } from '../base-url'
import type { AnswerFault } from '../faults/fault'
import { describeSubject } from '../faults/fault-book'
import type { Sandbox } from '../sandbox'
import type { Merchant } from '../store/records'
import { findOwn } from '../store/transactions'
import { type Answer, rateLimited, unexpectedError, unknownTransaction } from './answers'
import { authenticate, refuseKey } from './authenticate'
import { capture } from './capture'
import { cancel, expire, getStatus, refuseCardChange } from './change'
import { charge } from './charge'
import { idText } from './fields'
import { type Body, handlePost } from './handle-post'
import { readNotificationUrls } from './notification-urls'
import { qrApi } from './qr-image'
import { createRateLimiter } from './rate-limit'
import { refund } from './refund'
import { distortAnswer, type Env, replyWithFault, sendAnswer, toReply } from './reply'

type Change = {
  change: (
    sandbox: Sandbox,
    merchant: Merchant,
    id: string,
    body: Body,
    fault: AnswerFault['fault'] | undefined,
  ) => Answer
  /** Where a fault has to be for this change to meet it. */
  on?: AnswerFault['on']
}

const changes: Record<string, Change> = {
  cancel: { change: cancel, on: 'cancel' },
  expire: { change: expire, on: 'expire' },
  refund: {
    change: (sandbox, merchant, id, body, fault) =>
      refund(sandbox, merchant, id, body ?? {}, false, fault),
    on: 'refund',
  },
  'refund/online/direct': {
    change: (sandbox, merchant, id, body, fault) =>
      refund(sandbox, merchant, id, body ?? {}, true, fault),
    on: 'refund',
  },
  approve: { change: refuseCardChange },
  deny: { change: refuseCardChange },
}

/** Midtrans's own addresses under /v2. */
export function coreApi(sandbox: Sandbox): Hono<Env> {
  const api = new Hono<Env>()
  const isWithinLimit = createRateLimiter(sandbox.clock)

  api.post('/charge', (c) =>
    handlePost(sandbox, c, {
      refuse: (merchant) => (isWithinLimit(merchant) ? undefined : rateLimited()),
      plan: (merchant, body) => {
        if (body === null) return { work: unexpectedError }
        const fault = sandbox.faults.takeForAnswer('charge', subjectOfCharge(body))
        const context = {
          baseUrl: baseUrlFor(sandbox.config, c.env.incoming.headers.host),
          appendUrls: readNotificationUrls(c.req.header('x-append-notification')),
          overrideUrls: readNotificationUrls(c.req.header('x-override-notification')),
        }
        return { fault, work: () => charge(sandbox, merchant, body, context, fault?.fault) }
      },
    }),
  )

  api.post('/capture', (c) =>
    handlePost(sandbox, c, {
      plan: (merchant, body) => {
        const fault = takeFor(sandbox, merchant, 'capture', textOf(body?.transaction_id) ?? '')
        return { fault, work: () => capture(sandbox, merchant, body) }
      },
    }),
  )

  for (const [name, { change, on }] of Object.entries(changes)) {
    api.post(`/:id/${name}`, (c) =>
      handlePost(sandbox, c, {
        plan: (merchant, body) => {
          const id = c.req.param('id') ?? ''
          const fault = on && takeFor(sandbox, merchant, on, id)
          return { fault, work: () => change(sandbox, merchant, id, body, fault?.fault) }
        },
      }),
    )
  }

  api.get('/:id/status', (c) => {
    const authorization = c.req.header('authorization')
    const merchant = authenticate(sandbox, authorization)
    if (!merchant) return sendAnswer(c, refuseKey(authorization))
    const id = c.req.param('id')
    const fault = takeFor(sandbox, merchant, 'status', id)
    return replyWithFault(c, fault, () =>
      toReply(distortAnswer(getStatus(sandbox, merchant, id), fault?.fault)),
    )
  })
  // For virtual accounts that can be paid more than once; there are none here.
  api.get('/:id/status/b2b', (c) => {
    const authorization = c.req.header('authorization')
    const known = authenticate(sandbox, authorization)
    return sendAnswer(c, known ? unknownTransaction() : refuseKey(authorization))
  })
  api.route('/', qrApi(sandbox))
  return api
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
  return describeSubject(textOf(idText(request.transaction_details?.order_id)) ?? '', {
    first_name: textOf(customer.first_name),
    last_name: textOf(customer.last_name),
    email: textOf(customer.email),
  })
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
