import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

const FORWARDED = 'x-forwarded-for'

/**
 * Notes on each request who really sent it, as one more proxy would: Next hands on what the header says, and
 * anybody can send one. Once per process, before the first request.
 */
export function notePeers(): void {
  // node:http tells of each request before the server sees it.
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    const peer = request.socket.remoteAddress ?? ''
    const said = request.headers[FORWARDED]
    request.headers[FORWARDED] = said ? `${said}, ${peer}` : peer
  })
}

/**
 * The address of the client, for limits. Each proxy appends whom it was called by, so what stands before
 * the entries of our own proxies is only somebody's claim.
 */
export function clientAddress(headers: Headers, trustedProxies: number): string {
  const chain = (headers.get(FORWARDED) ?? '').split(',')
  const entry = chain.at(-1 - trustedProxies) ?? chain[0] ?? ''
  return group(entry.trim())
}

/** One subscriber's addresses as one: of IPv6 a line gets a whole /64. */
function group(entry: string): string {
  const address = entry.replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIP(address) === 4) return address
  if (isIP(address) !== 6) return 'unknown'
  const [head = '', tail] = address.split('::')
  const before = head ? head.split(':') : []
  const after = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length
  const words = [...before, ...Array<string>(Math.max(0, zeros)).fill('0'), ...after]
  return `${words
    .slice(0, 4)
    .map((word) => Number.parseInt(word, 16).toString(16))
    .join(':')}::/64`
}
