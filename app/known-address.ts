import 'server-only'
import { findProduct } from '@/lib/catalogue/products'
import { db } from '@/lib/db'
import { isOrderId } from '@/lib/orders/order-id'

const ADDRESS = /^\/(products|orders|checkout)\/([^/]+)/

/** Whether a path is one of the addresses of an order, whichever that is. */
export function namesOrder(path: string): boolean {
  const kind = ADDRESS.exec(path)?.[1]
  return kind === 'orders' || kind === 'checkout'
}

/** Whether the product or the order that this path names exists. True of every other path. */
export async function isKnownAddress(path: string): Promise<boolean> {
  const [, kind, name = ''] = ADDRESS.exec(path) ?? []
  if (!kind) return true
  if (kind === 'products') return (await findProduct(name)) !== null
  return isOrderId(name) && (await db().order.count({ where: { id: name } })) > 0
}
