import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { noRoute, unexpectedError } from './api/answers'
import { framedQrApi } from './api/qr-image'
import { type Env, sendAnswer } from './api/reply'
import { coreApi } from './api/routes'
import { controlApi } from './control/routes'
import { answerUnknown } from './control/unknown'
import type { Sandbox } from './sandbox'
import { walletPages } from './wallet/routes'

/**
 * Longer than the clients of any language keep a connection they do not use (Go's waits longest, 90 seconds):
 * who closes first decides whether the next request meets a closed door.
 */
const KEEP_ALIVE_MS = 120_000
/** How long answers that are on their way may take when the sandbox stops. */
const LAST_ANSWERS_MS = 500

/** The whole sandbox as one HTTP application. It answers everything, bad input included, with a sentence. */
export function createServer(sandbox: Sandbox): Hono<Env> {
  const app = new Hono<Env>()
  app.route('/', walletPages(sandbox))
  app.route('/_sandbox', controlApi(sandbox))
  app.route('/v2', coreApi(sandbox))
  app.route('/v4', framedQrApi(sandbox))
  app.notFound((c: Context<Env>) =>
    /^\/_sandbox(\/|$)/.test(c.req.path) ? answerUnknown(app, c) : sendAnswer(c, noRoute()),
  )
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    return sendAnswer(c, unexpectedError())
  })
  return app
}

/** The HTTP server that carries it, not yet listening. */
export function createHttpServer(sandbox: Sandbox): Server {
  const server = createAdaptorServer({ fetch: createServer(sandbox).fetch }) as Server
  server.keepAliveTimeout = KEEP_ALIVE_MS
  return server
}

/** Takes no more connections, lets answers that are on their way arrive, and closes what is left. */
export async function stopHttpServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  const timer = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS)
  await closed
  clearTimeout(timer)
}
