import 'server-only'
import { headers } from 'next/headers'
import { inThisRequest } from '@/app/this-request'
import { env } from '@/lib/env'
import { clientAddress } from '@/lib/security/client-address'
import { countOnce, secondsBlocked } from '@/lib/security/limits'

/** Who sent the form that an action works on. */
export async function address(): Promise<string> {
  return clientAddress(await headers(), env().TRUSTED_PROXIES)
}

/** A line that somebody has come to a limit carries the name of their request. */
const count: typeof countOnce = (name, who) => inThisRequest(() => countOnce(name, who))

/**
 * Counts an order or a further charge of this address, and of this cart where one is named. The seconds
 * until the next one may be placed; 0 when this one may. Here and not in proxy.ts, because an action can be
 * sent to any address of the shop.
 */
export async function countOrder(cart?: string): Promise<number> {
  const who = await address()
  const wait = secondsBlocked('LIMIT_ORDERS', who)
  if (wait > 0 || cart === undefined) return wait || count('LIMIT_ORDERS', who)
  // Others share this address: a cart that is stuck takes no more of its limit than its own allows.
  return (await count('LIMIT_ORDERS_PER_CART', cart)) || count('LIMIT_ORDERS', who)
}

/**
 * Counts a change that the owner of an order asks for: one that is refused leaves a row that stays for good. The
 * seconds until the next one may be asked for; 0 when this one may.
 */
export function countChange(orderId: string): Promise<number> {
  return count('LIMIT_CHANGES_PER_ORDER', orderId)
}

/**
 * Counts a form that named an order which is not there, or which another browser has placed. Above 0 when there
 * were too many.
 */
export async function countMissedOrder(): Promise<number> {
  return count('LIMIT_MISSED_LOOKUPS', await address())
}
