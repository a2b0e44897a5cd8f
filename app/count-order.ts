import 'server-only'
import { headers } from 'next/headers'
import { env } from '@/lib/env'
import { clientAddress } from '@/lib/security/client-address'
import { countOnce } from '@/lib/security/limits'

async function address(): Promise<string> {
  return clientAddress(await headers(), env().TRUSTED_PROXIES)
}

/**
 * Counts an order or a further charge of this address, and of this cart where one is named. The seconds
 * until the next one may be placed; 0 when this one may. Here and not in proxy.ts, because an action can be
 * sent to any address of the shop.
 */
export async function countOrder(cart?: string): Promise<number> {
  const waits = [
    countOnce('LIMIT_ORDERS', await address()),
    cart === undefined ? 0 : countOnce('LIMIT_ORDERS_PER_CART', cart),
  ]
  return Math.max(...(await Promise.all(waits)))
}

/** Counts a form that named an order which is not there, or which another browser has placed. */
export async function countMissedOrder(): Promise<void> {
  await countOnce('LIMIT_MISSED_LOOKUPS', await address())
}
