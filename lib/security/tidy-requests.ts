import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { z } from 'zod'

const STATE = 'next-router-state-tree'

const segment = z.union([
  z.string(),
  z.tuple([z.string(), z.string(), z.string(), z.array(z.string()).nullable()]),
])
type RouterState = [unknown, Record<string, RouterState>, ...unknown[]]
const routerState: z.ZodType<RouterState> = z.lazy(() =>
  z.tuple([segment, z.record(z.string(), routerState)]).rest(z.unknown()),
) as z.ZodType<RouterState>

/**
 * Tidies each request before Next sees it. Once per process, before the first one.
 *
 * Who really sent it is noted as one more proxy would: Next hands on what X-Forwarded-For says, and anybody
 * can send one. What Next would answer with 500 is made into what it refuses or does without.
 */
export function tidyRequests(): void {
  // node:http tells of each request before the server sees it.
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    const peer = request.socket.remoteAddress ?? ''
    const said = request.headers['x-forwarded-for']
    request.headers['x-forwarded-for'] = said ? `${said}, ${peer}` : peer
    const state = request.headers[STATE]
    if (state !== undefined && !isRouterState(String(state))) delete request.headers[STATE]
    // Next cannot even represent it. As a PUT without an Origin it is refused.
    if (request.method === 'TRACE') request.method = 'PUT'
  })
}

function isRouterState(header: string): boolean {
  try {
    return routerState.safeParse(JSON.parse(decodeURIComponent(header))).success
  } catch {
    return false
  }
}
