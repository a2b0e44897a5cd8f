import 'server-only'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '@/lib/db'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import type { Limits } from './limit-settings'

type CountedInDatabase = 'LIMIT_ORDERS' | 'LIMIT_ORDERS_PER_CART' | 'LIMIT_MISSED_LOOKUPS'
const countedHere = [
  'LIMIT_BAD_SIGNATURES',
  'LIMIT_IMAGES_PER_ORDER',
  'LIMIT_CHANGES_PER_ORDER',
] as const
type Counted = CountedInDatabase | (typeof countedHere)[number]

const MINUTE_S = 60

/** A method of the package that its types leave out. */
type InMemoryBlock = { getInMemoryBlockMsBeforeExpire(key: string): number }

// One each per process, whichever of Next's bundles asks: see lib/db.ts.
const shared = globalThis as typeof globalThis & {
  tokokuLimiters?: Map<keyof Limits, RateLimiterPostgres | RateLimiterMemory>
}

function makeLimiter(name: Counted): RateLimiterPostgres | RateLimiterMemory {
  const points = env()[name]
  const options = { keyPrefix: name.toLowerCase(), points, duration: MINUTE_S }
  // Strangers do not get to write to the database: each process counts its own.
  if (countedHere.some((each) => each === name)) return new RateLimiterMemory(options)
  return new RateLimiterPostgres({
    ...options,
    storeClient: pool(),
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    // Whoever is over the limit is refused without a question to the database.
    inMemoryBlockOnConsumed: points,
    insuranceLimiter: new RateLimiterMemory(options),
  })
}

function limiterOf(name: Counted): RateLimiterPostgres | RateLimiterMemory {
  shared.tokokuLimiters ??= new Map()
  const limiter = shared.tokokuLimiters.get(name) ?? makeLimiter(name)
  shared.tokokuLimiters.set(name, limiter)
  return limiter
}

const inSeconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1000))

/** Counts what `who` did once more. The seconds until they may do it again; 0 when this was within the limit. */
export async function countOnce(name: Counted, who: string): Promise<number> {
  try {
    const { consumedPoints } = await limiterOf(name).consume(who)
    // One line for each time that somebody comes to a limit, not one for each thing that is refused then.
    // The key of a cart is its browser's secret.
    if (consumedPoints === env()[name]) {
      const named = name === 'LIMIT_ORDERS_PER_CART' ? {} : { who }
      log('warn', 'limit.reached', { limit: name, ...named })
    }
    return 0
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    return inSeconds(refused.msBeforeNext)
  }
}

/** The same without counting or asking the database, as far as this process knows. */
export function secondsBlocked(name: CountedInDatabase, who: string): number {
  const limiter = limiterOf(name) as RateLimiterPostgres & InMemoryBlock
  const ms = limiter.getInMemoryBlockMsBeforeExpire(limiter.getKey(who))
  return ms > 0 ? inSeconds(ms) : 0
}
