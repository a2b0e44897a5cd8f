import 'server-only'
import { findProduct } from '@/lib/catalogue/products'
import { db } from '@/lib/db'
import { isOrderId } from '@/lib/orders/order-id'

const ADDRESS = /^\/(products|orders|checkout)\/([^/]+)/

/** What a path names as an order, whether there is one or not. Undefined when it is no order's address. */
export function orderIn(path: string): string | undefined {
  const [, kind, name] = ADDRESS.exec(path) ?? []
  return kind === 'orders' || kind === 'checkout' ? name : undefined
}

/** Whether a path is one of the addresses of an order, whichever that is. */
export function namesOrder(path: string): boolean {
  return orderIn(path) !== undefined
}

/** Whether the product or the order that this path names exists. True of every other path. */
export async function isKnownAddress(path: string): Promise<boolean> {
  const [, kind, name = ''] = ADDRESS.exec(path) ?? []
  if (!kind) return true
  if (kind === 'products') return (await findProduct(name)) !== null
  return isOrderId(name) && (await db().order.count({ where: { id: name } })) > 0
}
