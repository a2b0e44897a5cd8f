import type { Random } from '../sandbox/random'

export type FuzzRequest = {
  method: string
  path: string
  headers: Record<string, string>
  body?: Buffer
  /** A stream: hung up on as soon as it has begun. */
  isStream?: true
}

export type Surface = {
  origin: string
  orderIds: string[]
  /** Names of real actions, as pages have them. */
  actions: string[]
}

const HOSTILE = [
  ...['', '0', '-1', 'NaN', 'null', 'undefined', '[]', '{}', 'true', '1e999', '٣', '%00', '\u202e'],
  ...["' OR 1=1--", '<script>alert(1)</script>', '{{7*7}}', '../../etc/passwd', '__proto__'],
  ...['$F1', '$Q1', '$@0', '$K1', '[["$1"]]', '//evil.example', 'https://evil.example', '\r\nX: y'],
]
const PAGES = [
  '/',
  '/cart',
  '/checkout',
  '/orders',
  '/help',
  '/products/kopi-gayo',
  '/manifest.webmanifest',
]
const ENDS = [
  '',
  '/status',
  '/qr.png',
  '/finish',
  '/timeline',
  '/timeline.json',
  '/timeline/status',
  '/x',
]
const HEADERS = [
  ...[
    'rsc',
    'next-router-state-tree',
    'next-router-prefetch',
    'next-router-segment-prefetch',
    'next-url',
  ],
  ...[
    'x-middleware-subrequest',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-request-id',
    'accept-language',
  ],
  ...[
    'cookie',
    'user-agent',
    'sec-ch-ua-mobile',
    'sec-fetch-dest',
    'accept',
    'range',
    'if-none-match',
  ],
]

const printable = (text: string) => text.replace(/[^\x20-\x7e]/g, '?')

function junk(random: Random): string {
  if (random.chance(60)) return random.pick(HOSTILE)
  const length = random.below(random.chance(5) ? 4_000 : 40)
  return String.fromCharCode(...Array.from({ length }, () => 32 + random.below(95)))
}

function nest(random: Random, depth: number): unknown {
  if (depth === 0 || random.chance(40)) return random.chance(50) ? junk(random) : random.below(1e9)
  const inside = Array.from({ length: random.below(4) }, () => nest(random, depth - 1))
  return random.chance(50) ? inside : Object.fromEntries(inside.map((each) => [junk(random), each]))
}

function makeHeaders(random: Random): Record<string, string> {
  if (random.chance(50)) return {}
  const count = 1 + random.below(3)
  return Object.fromEntries(
    Array.from({ length: count }, () => [random.pick(HEADERS), printable(junk(random)).trim()]),
  )
}

function orderPath(random: Random, { orderIds }: Surface): string {
  const kind = random.chance(70) ? 'orders' : 'checkout'
  const id = random.chance(60) ? random.pick(orderIds) : encodeURIComponent(junk(random)) || 'x'
  return `/${kind}/${id}${random.pick(ENDS)}`
}

function get(random: Random, surface: Surface): FuzzRequest {
  const path = random.chance(50) ? random.pick(PAGES) : orderPath(random, surface)
  const query = random.chance(40)
    ? `?${random.pick(['q', 'category', 'sort', 'show', 'result', 'problem', '_rsc'])}=${encodeURIComponent(junk(random))}`
    : ''
  const method = random.chance(90)
    ? 'GET'
    : random.pick(['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'TRACE'])
  return { method, path: path + query, headers: makeHeaders(random) }
}

function stream(random: Random, surface: Surface): FuzzRequest {
  const path = `/orders/${random.pick(surface.orderIds)}/events`
  return { method: 'GET', path, headers: makeHeaders(random), isStream: true }
}

/** A form of a real action whose every field says something else. Nothing in it is worth a row. */
function form(random: Random, surface: Surface): FuzzRequest {
  const byScript = random.chance(50)
  const action = random.chance(80) ? random.pick(surface.actions) : junk(random)
  const fields = [
    'name',
    'email',
    'productId',
    'quantity',
    'orderId',
    'locale',
    'shownTotal',
    'event',
  ]
  const parts: [string, string][] = fields
    .filter(() => random.chance(60))
    .map((name) => [byScript ? `1_${name}` : name, junk(random)])
  if (byScript) {
    const plain = random.chance(50) ? '["$undefined","$K1"]' : JSON.stringify(nest(random, 30))
    parts.push(['0', random.chance(80) ? plain : junk(random)])
  } else {
    parts.push([`$ACTION_ID_${action}`, ''])
  }
  const written = parts.map(
    ([name, value]) =>
      `--b\r\nContent-Disposition: form-data; name="${name.replace(/["\r\n]/g, '')}"\r\n\r\n${value}\r\n`,
  )
  const isWhole = random.chance(90)
  const body = Buffer.from(`${written.join('')}${isWhole ? '--b--\r\n' : ''}`)
  const headers: Record<string, string> = {
    'Content-Type': random.chance(90) ? 'multipart/form-data; boundary=b' : 'text/plain',
    ...(random.chance(85)
      ? { Origin: surface.origin }
      : { Origin: printable(junk(random)).trim() }),
    ...(byScript ? { 'Next-Action': printable(action).trim() } : {}),
  }
  return {
    method: 'POST',
    path: random.pick([...PAGES, orderPath(random, surface)]),
    headers,
    body,
  }
}

function notification(random: Random, { orderIds }: Surface): FuzzRequest {
  const claim = {
    order_id: `${random.pick(orderIds)}-1`,
    transaction_status: 'settlement',
    status_code: '200',
  }
  const said = random.chance(50) ? { ...claim, signature_key: junk(random) } : nest(random, 6)
  const text = random.chance(80) ? JSON.stringify(said) : junk(random)
  return {
    method: 'POST',
    path: '/api/midtrans/notification',
    headers: {},
    body: Buffer.from(text ?? ''),
  }
}

export function makeRequest(random: Random, surface: Surface): FuzzRequest {
  const kind = random.below(100)
  if (kind < 45) return get(random, surface)
  if (kind < 50) return stream(random, surface)
  return kind < 80 ? form(random, surface) : notification(random, surface)
}
