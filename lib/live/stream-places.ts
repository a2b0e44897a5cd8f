import 'server-only'
import { env } from '@/lib/env'

// One per process, whichever of Next's bundles asks: see lib/db.ts.
const shared = globalThis as typeof globalThis & { tokokuStreams?: Map<string, number> }

/**
 * A place for one more open stream of this process: as many as one order and one address may hold. Returns
 * the way to give it back, or undefined when there is none.
 */
export function takeStreamPlace(orderId: string, address: string): (() => void) | undefined {
  shared.tokokuStreams ??= new Map()
  const open = shared.tokokuStreams
  const places: [string, number][] = [
    [orderId, env().LIMIT_STREAMS_PER_ORDER],
    [address, env().LIMIT_STREAMS],
  ]
  if (places.some(([name, limit]) => (open.get(name) ?? 0) >= limit)) return undefined
  for (const [name] of places) open.set(name, (open.get(name) ?? 0) + 1)
  return () => {
    for (const [name] of places) {
      const left = (open.get(name) ?? 0) - 1
      if (left > 0) open.set(name, left)
      else open.delete(name)
    }
  }
}
