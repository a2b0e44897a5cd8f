import type { Instrumentation } from 'next'

/** Runs once when the server starts: stops it when the configuration is wrong, else starts the worker. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startServer } = await import('@/lib/server-start')
  startServer()
}

/** Errors that a page or an action did not handle: one JSON line, never the stack or the request. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { describeError, log } = await import('@/lib/log')
  const name = request.headers['x-request-id']
  log('error', 'request.failed', {
    // This runs beside the request and not within it.
    requestId: name === undefined ? undefined : String(name),
    orderId: /\/(TKO-\w+)/.exec(request.path)?.[1],
    method: request.method,
    route: context.routePath,
    error: describeError(error),
  })
}
