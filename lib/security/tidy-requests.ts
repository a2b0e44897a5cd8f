import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { z } from 'zod'
import { env } from '@/lib/env'

const STATE = 'next-router-state-tree'

/**
 * For whoever sends a request as slowly as they can, in milliseconds: Node's own five minutes would let each
 * of them keep a connection that long. It looks twice a minute, which is too seldom for forms: ours are small.
 */
const REQUEST_MS = 20_000
const HEADERS_MS = 10_000
const FORM_MS = 8_000

/** The policy is that of answers that are no page; pages have their own (content-security-policy.ts). */
const EVERYWHERE = {
  'Content-Security-Policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'X-Content-Type-Options': 'nosniff',
  // With `no-referrer` a form without JavaScript would post `Origin: null`, and be refused.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
}

/** What belongs to one shopper is kept by nobody and listed nowhere. */
const ONES_OWN = /^\/+(?:orders|checkout)(?:\/|$)/
const UNLISTED = { 'X-Robots-Tag': 'noindex, nofollow', 'Cache-Control': 'no-store' }

const segment = z.union([
  z.string(),
  z.tuple([z.string(), z.string(), z.string(), z.array(z.string()).nullable()]),
])
type RouterState = [unknown, Record<string, RouterState>, ...unknown[]]
const routerState: z.ZodType<RouterState> = z.lazy(() =>
  z.tuple([segment, z.record(z.string(), routerState)]).rest(z.unknown()),
) as z.ZodType<RouterState>

/** To anything but a look at a file of public/ Next answers 500. The other address says 405. */
const FILES =
  /^\/+(?:(?:_next|images|icons|motifs)\/|(?:favicon\.ico|icon\.svg|icon-paid\.svg|apple-icon\.png)$)/
/** Where proxy.ts does not look for what cannot be decoded. */
const WITHOUT_PROXY = /^\/+(?:api|_next|images|icons|motifs)\//
const NO_FILE = '/api/no-file'
/** Has a time limit of its own, and Midtrans is told of it. */
const NOTIFICATION = '/api/midtrans/notification'

type Started = { request: IncomingMessage; response: ServerResponse; server: Server }

/**
 * Tidies each request before Next sees it, and gives its answer what every answer has. Once per process,
 * before the first one.
 *
 * Who really sent it is noted as one more proxy would: Next hands on what X-Forwarded-For says, and anybody
 * can send one. What Next would answer with 500 is made into what it refuses or does without.
 */
export function tidyRequests(): void {
  // node:http tells of each request before the server sees it.
  subscribe('http.server.request.start', (message) => {
    const { request, response, server } = message as Started
    server.requestTimeout = REQUEST_MS
    server.headersTimeout = HEADERS_MS
    protect(response, pathOf(request.url))
    if (!isReading(request) && request.url !== NOTIFICATION) hangUpWhenSlow(request)
    const peer = request.socket.remoteAddress ?? ''
    const said = request.headers['x-forwarded-for']
    request.headers['x-forwarded-for'] = said ? `${said}, ${peer}` : peer
    // With https Next takes a rewrite to a page of ours for one to another server, and answers 500.
    delete request.headers['x-forwarded-proto']
    const state = request.headers[STATE]
    if (state !== undefined && !isRouterState(String(state))) delete request.headers[STATE]
    // Next cannot even represent it. As a PUT without an Origin it is refused.
    if (request.method === 'TRACE') request.method = 'PUT'
    if (isNoAddress(request.url, isReading(request))) request.url = NO_FILE
  })
}

/** Next waits for the whole body before it sends even a refusal. */
function hangUpWhenSlow(request: IncomingMessage): void {
  const { socket } = request
  setTimeout(() => request.complete || socket.destroy(), FORM_MS).unref()
}

/** Here, because what Next answers by itself, such as a redirect, passes neither its configuration nor proxy.ts. */
function protect(response: ServerResponse, path: string): void {
  const isOnesOwn = ONES_OWN.test(path)
  for (const [name, value] of Object.entries({ ...EVERYWHERE, ...(isOnesOwn && UNLISTED) })) {
    response.setHeader(name, value)
  }
  // Browsers then never ask without encryption again. Only a shop that has it may say so.
  if (env().APP_URL.startsWith('https:')) {
    response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
  }
}

function isReading({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** What Next would answer with 500: what it cannot parse or decode, and anything but a look at a file. */
function isNoAddress(url: string | undefined, isLook: boolean): boolean {
  // Of others than `/…` HTTP knows `*` and, for a proxy, whole addresses.
  if (!url?.startsWith('/') || !URL.canParse(url, 'http://x')) return true
  const path = pathOf(url)
  return (!isLook && FILES.test(path)) || (WITHOUT_PROXY.test(path) && !isDecodable(url))
}

/** The path that an address comes to, byte for byte: what is not UTF-8 stays apart from what is. */
function pathOf(url = ''): string {
  if (!url.startsWith('/')) return ''
  const { pathname } = new URL(`http://x${url}`)
  return pathname.replace(/%([0-9a-f]{2})/gi, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '')
    return true
  } catch {
    return false
  }
}

function isRouterState(header: string): boolean {
  try {
    return routerState.safeParse(JSON.parse(decodeURIComponent(header))).success
  } catch {
    return false
  }
}
