import { setTimeout as sleep } from 'node:timers/promises'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AnswerFault } from '../faults/fault'
import { type Answer, partnerUnavailable, rateLimited, unexpectedError } from './answers'

export type Env = { Bindings: HttpBindings }

const DEFAULT_DELAY_MS = 5_000
const BAD_GATEWAY =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n'

/** docs.midtrans.com: new fields may appear in a body at any time. */
const NEW_FIELD = { new_field: { nested: true } }

/** What goes over the wire: an answer as JSON text, or an image. */
export type Reply = { http: number; contentType: string; content: string | Uint8Array<ArrayBuffer> }

export function toReply({ http, body }: Answer): Reply {
  return { http, contentType: 'application/json', content: JSON.stringify(body) }
}

export function sendAnswer(c: Context<Env>, answer: Answer): Response {
  return send(c, toReply(answer))
}

function send(c: Context<Env>, { http, contentType, content }: Reply): Response {
  return c.body(content, http as ContentfulStatusCode, { 'Content-Type': contentType })
}

/**
 * Answers as the fault says. `work` does what was asked and gives a healthy gateway's reply; the faults that
 * stand for a lost request never call it, those that stand for a lost answer do.
 */
export async function replyWithFault(
  c: Context<Env>,
  fault: AnswerFault | undefined,
  work: () => Reply | Promise<Reply>,
): Promise<Response> {
  const delay = fault?.delay_ms ?? DEFAULT_DELAY_MS
  switch (fault?.fault) {
    case 'slow_before':
      await sleep(delay)
      return send(c, await work())
    case 'slow_after': {
      const reply = await work()
      await sleep(delay)
      return send(c, reply)
    }
    case 'truncated_json': {
      const reply = await work()
      return send(c, { ...reply, content: reply.content.slice(0, reply.content.length / 2) })
    }
    case 'reset_after':
      await work()
      return hangUp(c)
    default:
      return answerWithoutWork(c, fault?.fault) ?? send(c, await work())
  }
}

/** The answer of a gateway that never passed the request on, or undefined when this fault is not of that kind. */
function answerWithoutWork(
  c: Context<Env>,
  fault: AnswerFault['fault'] | undefined,
): Response | undefined {
  switch (fault) {
    case 'reset_before':
      return hangUp(c)
    case 'status_500':
      return sendAnswer(c, unexpectedError())
    case 'status_503':
      return sendAnswer(c, partnerUnavailable())
    case 'status_429':
      return sendAnswer(c, rateLimited())
    case 'html':
      return c.html(BAD_GATEWAY, 502)
    default:
      return undefined
  }
}

function hangUp(c: Context<Env>): Response {
  c.env.incoming.socket.resetAndDestroy()
  return RESPONSE_ALREADY_SENT
}

/** A body that is wrong although the work was done: what a client has to notice by itself. */
export function distortAnswer(answer: Answer, fault: AnswerFault['fault'] | undefined): Answer {
  const { http, body } = answer
  switch (fault) {
    case 'wrong_amount': {
      if (body.gross_amount === undefined) return answer
      return { http, body: { ...body, gross_amount: `${Number(body.gross_amount) + 1}.00` } }
    }
    case 'missing_actions':
      return { http, body: { ...body, actions: undefined } }
    case 'unknown_action': {
      const actions = Array.isArray(body.actions) ? body.actions : []
      const strange = {
        name: 'hologram-redirect',
        method: 'GET',
        url: 'https://example.com/hologram',
      }
      return { http, body: { ...body, ...NEW_FIELD, actions: [strange, ...actions] } }
    }
    case 'unknown_fields':
      return { http, body: { ...NEW_FIELD, ...body, another_field: [1, { deep: null }] } }
    default:
      return answer
  }
}
