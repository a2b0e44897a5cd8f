import type { Context, Hono } from 'hono'
import type { Env } from '../api/reply'

const METHODS = ['GET', 'POST', 'PUT', 'DELETE'] as const

/** Says that there is no such control address, or which methods it takes. */
export function answerUnknown(app: Hono<Env>, c: Context<Env>): Response {
  const { method, path } = c.req
  const allowed = METHODS.filter((each) =>
    // Middleware answers to every method and does not count.
    app.router.match(each, path)[0].some(([[, route]]) => route.method === each),
  )
  if (allowed.length === 0) {
    return c.json(
      { error: `there is no ${path.slice(0, 100)}: docs/sandbox.md lists what there is` },
      404,
    )
  }
  const error = `${path.slice(0, 100)} takes ${allowed.join(', ')}, not ${method}`
  return c.json({ error }, 405, { Allow: allowed.join(', ') })
}
