import { isIP } from 'node:net'

const FORWARDED = 'x-forwarded-for'

/**
 * The address of the client, for limits. Each proxy appends whom it was called by, and so does
 * tidy-requests.ts as the last, so what stands before
 * the entries of our own proxies is only somebody's claim.
 */
export function clientAddress(headers: Headers, trustedProxies: number): string {
  const chain = (headers.get(FORWARDED) ?? '').split(',')
  const entry = chain.at(-1 - trustedProxies) ?? chain[0] ?? ''
  return group(withoutPort(entry.trim()))
}

/** Some proxies write the port as well, and then IPv6 in brackets: Azure's Application Gateway does. */
function withoutPort(entry: string): string {
  const [, inBrackets, v4] = /^(?:\[([^\]]+)\]|([\d.]+))(?::\d{1,5})?$/.exec(entry) ?? []
  return inBrackets ?? v4 ?? entry
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
