import { type LookupAddress, lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'

// Node looks names up on four threads in all. A name that no server answers for holds one for seconds, so posts
// to the same name share a lookup, and this machine's own name needs none.

type Found = { error: NodeJS.ErrnoException | null; addresses: LookupAddress[] }

const LOCAL: Found = {
  error: null,
  addresses: [
    { address: '127.0.0.1', family: 4 },
    { address: '::1', family: 6 },
  ],
}
const running = new Map<string, Promise<Found>>()

/** For the agents that post notifications: finds a receiver without holding up the others. */
export const lookupReceiver: LookupFunction = async (name, options, callback) => {
  const { error, addresses } = await find(name)
  const [first] = addresses
  if (error || !first) callback(error ?? new Error(`no address of ${name}`), '')
  else if (options.all) callback(null, addresses)
  else callback(null, first.address, first.family)
}

function find(name: string): Promise<Found> | Found {
  if (/(^|\.)localhost$/i.test(name)) return LOCAL
  const known = running.get(name)
  if (known) return known
  const found = new Promise<Found>((resolve) => {
    lookup(name, { all: true }, (error, addresses) => {
      running.delete(name)
      resolve({ error, addresses: addresses ?? [] })
    })
  })
  running.set(name, found)
  return found
}
