import 'server-only'
import { findProduct } from '@/lib/catalogue/products'
import { db } from '@/lib/db'
import { isOrderId } from '@/lib/orders/order-id'

const ADDRESS = /^\/(products|orders|checkout)\/([^/]+)/

/** The pages that show what is in the database, beside those of a product or an order. */
const READS_DATABASE = new Set(['/', '/cart', '/checkout', '/orders'])

/** Whether a path is one of the addresses of an order, whether there is one or not. */
export function namesOrder(path: string): boolean {
  const [, kind] = ADDRESS.exec(path) ?? []
  return kind === 'orders' || kind === 'checkout'
}

/**
 * Whether the product or the order that this path names exists. True of every other path. Rejects when the
 * path's page needs the database and that cannot be reached.
 */
export async function isKnownAddress(path: string): Promise<boolean> {
  const [, kind, name = ''] = ADDRESS.exec(path) ?? []
  if (kind === 'products') return (await findProduct(name)) !== null
  if (kind) return isOrderId(name) && (await db().order.count({ where: { id: name } })) > 0
  if (READS_DATABASE.has(path)) await db().$queryRaw`SELECT 1`
  return true
}
