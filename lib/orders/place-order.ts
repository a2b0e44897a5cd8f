import 'server-only'
import { db } from '@/lib/db'
import { log } from '@/lib/log'
import { type PaymentMethod, Prisma } from '@/prisma/generated/client'
import { idsOf } from './attempt-ids'
import { digest } from './digest'
import { insertOrder } from './insert-order'
import type { Lease } from './lease'
import { startCharge } from './obtain-charge'
import { retryConflicts } from './retry-conflicts'
import type { Line } from './take-stock'

/** Rupiah: what Midtrans lets one payment carry (docs.midtrans.com, minimum and maximum amounts). */
export const amountLimits: Record<PaymentMethod, number> = { gopay: 20_000_000, qris: 10_000_000 }

export type Placement = {
  /** The cart's: sending its form again gives the same order. */
  key: string
  customer: { name: string; email: string; phone: string }
  method: PaymentMethod
  lines: Line[]
  /** The secret of the browser's cookie; the order remembers its digest. */
  browserSecret: string
}

export type PlacedOrder =
  | { ok: true; orderId: string }
  | { ok: false; code: 'empty_cart' }
  /** This many of the product are left, 0 when it is no longer sold. */
  | { ok: false; code: 'not_enough_stock'; name?: string; left: number }
  /** The total is above what this method can carry, in rupiah. */
  | { ok: false; code: 'amount_too_large'; limit: number }
  /** The form was sent before with other content, which became this order. */
  | { ok: false; code: 'form_used'; orderId: string }

/** With a lease when this very call stored the order, and so has to charge it. */
type StoredOrder = PlacedOrder & { lease?: Lease }

/**
 * Places an order and charges it. The order, its items, its stock and its first payment are one
 * transaction; the charge follows outside of it. The same form sent twice, at once or later, is one
 * order and one charge. When the charge gives no answer the order stands, and the worker asks again.
 */
export async function placeOrder(placement: Placement): Promise<PlacedOrder> {
  const placed = await findPlaced(placement)
  if (!placed && placement.lines.length === 0) return { ok: false, code: 'empty_cart' }
  const stored = placed ?? (await storeOrder(placement))
  if (!stored.ok || !stored.lease) return stored
  const { orderId, lease } = stored
  log('info', 'order.placed', idsOf(lease))
  await startCharge(lease)
  return { ok: true, orderId }
}

/** Whether a form with this key has become an order: sending it again places none. */
export async function isPlaced(key: string): Promise<boolean> {
  return (await db().order.count({ where: { placementKey: key } })) > 0
}

async function findPlaced(placement: Placement): Promise<StoredOrder | undefined> {
  const order = await db().order.findUnique({ where: { placementKey: placement.key } })
  if (!order) return undefined
  // Placing an order empties the cart, so a form sent once more after that comes without one.
  const isSame =
    order.placementDigest === placementDigest(placement) || placement.lines.length === 0
  return isSame
    ? { ok: true, orderId: order.id }
    : { ok: false, code: 'form_used', orderId: order.id }
}

async function storeOrder(placement: Placement): Promise<StoredOrder> {
  const { key, customer, method, lines, browserSecret } = placement
  const limit = amountLimits[method]
  try {
    const stored = await retryConflicts(() =>
      insertOrder({
        placementKey: key,
        placementDigest: placementDigest(placement),
        browserDigest: digest(browserSecret),
        customer,
        method,
        lines,
        limit,
      }),
    )
    if (stored.ok) return stored
    // Refused because the same form took the stock a moment ago: then that is the order.
    const refusal = stored.code === 'amount_too_large' ? { ...stored, limit } : stored
    return (await findPlaced(placement)) ?? refusal
  } catch (error) {
    // The same form came in twice at once, and the other request was first.
    const placed = isTaken(error) ? await findPlaced(placement) : undefined
    if (!placed) throw error
    return placed
  }
}

/** Postgres: unique_violation, as Prisma tells it of a raw statement. */
function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.message.includes('23505')
}

function placementDigest({ customer, method, lines }: Placement): string {
  return digest(JSON.stringify([customer.name, customer.email, customer.phone, method, lines]))
}
