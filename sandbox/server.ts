import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { noRoute, unexpectedError } from './api/answers'
import { type Env, sendAnswer } from './api/reply'
import { coreApi } from './api/routes'
import { controlApi } from './control/routes'
import type { Sandbox } from './sandbox'
import { walletPages } from './wallet/routes'

/** The whole sandbox as one HTTP application. It answers everything, bad input included, with a sentence. */
export function createServer(sandbox: Sandbox): Hono<Env> {
  const app = new Hono<Env>()
  app.route('/_sandbox', controlApi(sandbox))
  app.route('/', walletPages(sandbox))
  app.route('/v2', coreApi(sandbox))
  app.notFound((c) => sendAnswer(c, noRoute()))
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    return sendAnswer(c, unexpectedError())
  })
  return app
}
