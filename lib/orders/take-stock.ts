import 'server-only'
import { Prisma } from '@/prisma/generated/client'

export type Line = { productId: number; quantity: number }
export type LockedProduct = { id: number; name: string; price: number; stock: number }

/**
 * Locks the products of these lines until the transaction ends. In id order, as everywhere: any other
 * order could deadlock with a payment that gives stock back.
 */
export async function lockProducts(
  tx: Prisma.TransactionClient,
  lines: readonly Line[],
): Promise<Map<number, LockedProduct>> {
  const ids = lines.map((line) => line.productId)
  const locked = await tx.$queryRaw<LockedProduct[]>`
    SELECT id, name, price, stock FROM product WHERE id = ANY(${ids}::int[])
    ORDER BY id FOR NO KEY UPDATE`
  return new Map(locked.map((product) => [product.id, product]))
}

/** The first line that cannot be served, and how many are left of it: 0 when it is not sold. */
export function findShortage(
  lines: readonly Line[],
  products: ReadonlyMap<number, LockedProduct>,
): { name?: string; left: number } | undefined {
  const short = lines.find((line) => (products.get(line.productId)?.stock ?? 0) < line.quantity)
  const product = short && products.get(short.productId)
  return short && { name: product?.name, left: product?.stock ?? 0 }
}

/** Takes the stock of locked products for an order. */
export async function takeStock(
  tx: Prisma.TransactionClient,
  lines: readonly Line[],
): Promise<void> {
  const taken = Prisma.join(
    lines.map((line) => Prisma.sql`(${line.productId}::int, ${line.quantity}::int)`),
  )
  await tx.$executeRaw`
    UPDATE product SET stock = stock - taken.quantity
    FROM (VALUES ${taken}) AS taken (id, quantity) WHERE product.id = taken.id`
}
