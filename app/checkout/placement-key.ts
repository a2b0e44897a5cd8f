import 'server-only'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { cookieName, cookieOptions } from '@/app/cookies'
import { makeSecret, SECRET } from '@/lib/security/secret'

export const placementKeySchema = z.string().regex(SECRET)

/**
 * The key under which this cart becomes an order. It belongs to the cart, not to one rendering of the
 * form, so that a checkout open in two tabs is one order as well.
 */
export async function currentPlacementKey(): Promise<string> {
  const kept = placementKeySchema.safeParse((await cookies()).get(name())?.value)
  return kept.success ? kept.data : makeSecret()
}

/** Gives a cart its key when it has none. Only in a server action, as all that follows. */
export async function keepPlacementKey(): Promise<void> {
  const jar = await cookies()
  jar.set(name(), await currentPlacementKey(), cookieOptions())
}

/** The next order is another one. */
export async function renewPlacementKey(): Promise<void> {
  const jar = await cookies()
  jar.set(name(), makeSecret(), cookieOptions())
}

function name(): string {
  return cookieName('tokoku-checkout')
}
