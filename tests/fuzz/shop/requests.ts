import { MULTIPART, writeFields, writeMultipart } from '../../kit/multipart'
import type { RawRequest } from '../connection'
import type { Random } from '../random'
import { junk, nest, printable } from './junk'

export type Surface = {
  origin: string
  orderIds: string[]
  /** Names of all actions of the build, also of those that no page shows now. */
  actions: string[]
}

/** What is sent, before it is written as HTTP. */
type Draft = {
  method: string
  path: string
  headers: Record<string, string>
  body?: Buffer
  isStream?: boolean
}

const PAGES = [
  ...['/', '/cart', '/checkout', '/orders', '/help', '/products/kopi-gayo', '/api/health'],
  ...['/manifest.webmanifest', '/robots.txt', '/sitemap.xml', '/nowhere', '/api/midtrans'],
  ...['/images/empty-shelf.svg', '/images/nothing', '/images/share/shop.png', '/favicon.ico'],
  ...['/_next/image?url=%2Ficon.svg&w=640&q=75', '/_next/static/nothing', '/_global-error'],
]
const ENDS = [
  ...['', '', '/status', '/qr.png', '/finish', '/timeline', '/timeline.json', '/timeline/status'],
  ...['/address.svg', '/x', '.rsc', '/', '//', '/finish/..'],
]
const QUERY = ['q', 'category', 'sort', 'show', 'result', 'order_id', 'problem', 'did', '_rsc']
const HEADERS = [
  ...['rsc', 'next-router-state-tree', 'next-router-prefetch', 'next-router-segment-prefetch'],
  ...['next-url', 'next-action', 'x-middleware-subrequest', 'x-nextjs-data', 'x-matched-path'],
  ...['next-resume', 'next-resume-state-length', 'x-action-forwarded', 'x-nextjs-request-id'],
  ...['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-request-id', 'host'],
  ...['accept-language', 'cookie', 'user-agent', 'sec-ch-ua-mobile', 'sec-fetch-dest', 'accept'],
  ...['range', 'if-none-match', 'if-modified-since', 'accept-encoding', 'content-type', 'origin'],
]
/** What proxy.ts leaves alone, and Next answers by itself. */
const FOLDERS = ['/images/', '/api/', '/icons/', '/motifs/', '/_next/static/']
const BROKEN = [...['%FF', '%', '%zz', '%C3', '%E2%82', '..%FF', '%00'], 'a', '.', '%2e%2e/%80']
const TARGETS = [
  ...['*', '//[', '//x:y', '//', '/.', '/..', '/\\', '/?', '/#', '/./', '//evil.example/%FF'],
  ...['http://evil.example/', 'http://evil.example/%FF', 'https://[', 'ftp://x', 'a:b'],
  ...[
    '/./favicon.ico',
    '/x/../favicon.ico',
    '/%2e/favicon.ico',
    '/x/%2e%2e/icon.svg',
    '/%2566avicon.ico',
  ],
  ...[
    '//favicon.ico',
    '/favicon.ico/',
    '/favicon.ico/.',
    '/\\icon.svg',
    '/favicon%2eico',
    '/icon.svg%FF',
  ],
]
const NOTIFICATION = '/api/midtrans/notification'
const PHONE = 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36'
const FIELDS = [
  ...['name', 'email', 'phone', 'method', 'placementKey', 'shownCart', 'productId', 'quantity'],
  ...['step', 'take', 'orderId', 'locale', 'event', 'eventId', 'amount', 'refundKey', 'reason'],
]
const METHODS = ['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND']

/** One request that no browser sends, or hardly any, to any address of the shop, and what kind it is. */
export function makeRequest(random: Random, surface: Surface): RawRequest & { kind: string } {
  const made = draft(random, surface)
  return { ...write(made), kind: kindOf(made) }
}

function kindOf({ method, path, isStream }: Draft): string {
  if (path === NOTIFICATION) return 'notifications'
  if (method === 'POST') return 'actions'
  if (isStream) return 'streams'
  const [, kind] = /\/(?:orders|checkout)\/.*(qr\.png|finish)/.exec(path) ?? []
  if (kind) return kind
  return /^\/(?:orders|checkout)\//.test(path) ? 'orders' : 'pages'
}

function draft(random: Random, surface: Surface): Draft {
  const kind = random.below(100)
  if (kind < 45) return get(random, surface)
  if (kind < 50) return stream(random, surface)
  if (kind < 55) return target(random)
  return kind < 80 ? form(random, surface) : notification(random, surface)
}

function write({ method, path, headers, body = Buffer.alloc(0), isStream }: Draft): RawRequest {
  const named = Object.keys(headers).map((name) => name.toLowerCase())
  const lines = [
    `${method} ${path} HTTP/1.1`,
    ...(named.includes('host') ? [] : ['Host: localhost']),
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body.length > 0 || method === 'POST' ? [`Content-Length: ${body.length}`] : []),
  ]
  return { head: `${lines.join('\r\n')}\r\n\r\n`, body, ...(isStream && { isStream }) }
}

const headerValue = (random: Random): string => printable(junk(random)).trim()

function makeHeaders(random: Random): Record<string, string> {
  if (random.chance(50)) return {}
  const count = 1 + random.below(3)
  const entries = Array.from({ length: count }, () => [random.pick(HEADERS), headerValue(random)])
  return { ...Object.fromEntries(entries), ...(random.chance(20) && { 'user-agent': PHONE }) }
}

function orderPath(random: Random, { orderIds }: Surface): string {
  const kind = random.chance(70) ? 'orders' : 'checkout'
  const id = random.chance(60) ? random.pick(orderIds) : inPath(random, junk(random)) || 'x'
  return `/${kind}/${id}${random.pick(ENDS)}`
}

/** Mostly as browsers write it, sometimes as it is. */
function inPath(random: Random, text: string): string {
  return random.chance(80) ? encodeURIComponent(text) : printable(text).replaceAll(' ', '+')
}

function get(random: Random, surface: Surface): Draft {
  const path = random.chance(50) ? random.pick(PAGES) : orderPath(random, surface)
  const query = random.chance(40) ? `?${random.pick(QUERY)}=${inPath(random, junk(random))}` : ''
  const method = random.chance(90) ? 'GET' : random.pick(METHODS)
  return { method, path: path + query, headers: makeHeaders(random) }
}

/** What no browser would take for an address. */
function target(random: Random): Draft {
  const inFolder = `${random.pick(FOLDERS)}${random.pick(BROKEN)}${random.chance(30) ? inPath(random, junk(random)) : ''}`
  const path = random.chance(50) ? inFolder : random.pick(TARGETS)
  const method = random.chance(50) ? 'GET' : random.pick([...METHODS, 'POST'])
  return { method, path, headers: makeHeaders(random) }
}

function stream(random: Random, surface: Surface): Draft {
  const end = random.chance(80) ? '/events' : '/timeline/events'
  const path = `/orders/${random.pick(surface.orderIds)}${end}`
  const method = random.chance(80) ? 'GET' : 'HEAD'
  return { method, path, headers: makeHeaders(random), isStream: true }
}

/** What React puts into a form that is sent without a script: of an action, or of one with a state. */
function namePage(random: Random, action: string): [string, string][] {
  if (random.chance(50)) return [[`$ACTION_ID_${action}`, '']]
  const bound = random.chance(70) ? '$@1' : junk(random)
  return [
    ['$ACTION_REF_1', ''],
    ['$ACTION_1:0', JSON.stringify({ id: action, bound })],
    ['$ACTION_1:1', random.chance(70) ? '[null]' : JSON.stringify(nest(random, 6) ?? null)],
    ['$ACTION_KEY', random.chance(50) ? 'k1' : junk(random)],
  ]
}

/** What its script sends: the arguments as part 0, the fields with the form's number before them. */
function nameScript(random: Random): [string, string][] {
  const plain = random.chance(50) ? '["$undefined","$K1"]' : JSON.stringify(nest(random, 30))
  return [['0', random.chance(80) ? plain : junk(random)]]
}

/** A form of a real action whose every field says something else. Nothing in it is worth a row. */
function form(random: Random, surface: Surface): Draft {
  const byScript = random.chance(50)
  const action = random.chance(80) ? random.pick(surface.actions) : junk(random)
  const fields = FIELDS.filter(() => random.chance(50)).map((name): [string, string] => [
    byScript ? `_1_${name}` : name,
    name === 'orderId' && random.chance(60) ? random.pick(surface.orderIds) : junk(random),
  ])
  const parts = [...fields, ...(byScript ? nameScript(random) : namePage(random, action))]
  const path = random.pick([...PAGES, orderPath(random, surface)])
  const origin = random.chance(85) ? surface.origin : headerValue(random)
  if (random.chance(10)) {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: origin }
    return { method: 'POST', path, headers, body: Buffer.from(`${new URLSearchParams(parts)}`) }
  }
  const named = parts.map(([name, value]) => [name.replace(/["\r\n]/g, ''), value] as const)
  const body = Buffer.from(random.chance(90) ? writeMultipart(named) : writeFields(named))
  const headers: Record<string, string> = {
    'Content-Type': random.chance(90) ? MULTIPART : 'text/plain',
    Origin: origin,
    ...(byScript ? { 'Next-Action': printable(action).trim() } : {}),
  }
  return { method: 'POST', path, headers, body }
}

function notification(random: Random, { orderIds }: Surface): Draft {
  const claim = {
    order_id: `${random.pick(orderIds)}-1`,
    transaction_status: 'settlement',
    status_code: '200',
  }
  const said = random.chance(50) ? { ...claim, signature_key: junk(random) } : nest(random, 6)
  const text = random.chance(80) ? JSON.stringify(said) : junk(random)
  const headers = random.chance(80) ? { 'Content-Type': 'application/json' } : makeHeaders(random)
  return {
    method: 'POST',
    path: NOTIFICATION,
    headers,
    body: Buffer.from(text ?? ''),
  }
}
