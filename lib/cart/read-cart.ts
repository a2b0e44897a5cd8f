import 'server-only'
import { findProductsByIds } from '@/lib/catalogue/products'
import type { Product } from '@/prisma/generated/client'
import { type CartLine, parseCart } from './cart-lines'

export type PricedLine = {
  product: Product
  quantity: number
  /** Rupiah. */
  total: number
  problem?: 'sold_out' | 'not_enough_stock'
}

export type Cart = {
  lines: PricedLine[]
  /** How many things are in it, all lines together. */
  count: number
  /** Rupiah. */
  total: number
  /** Part of the text could not be read and was left out. */
  damaged: boolean
  /** It names products that the shop does not have any more; they were left out. */
  unknownProducts: boolean
}

/**
 * Joins a cart's text with the products of today: names, prices and stock are the database's,
 * and nothing in the text can change them. Never throws because of the text.
 */
export async function readCart(text: string): Promise<Cart> {
  const { lines, damaged } = parseCart(text)
  const products = await findProductsByIds(lines.map((line) => line.productId))
  const byId = new Map(products.map((product) => [product.id, product]))
  const priced = lines.flatMap((line) => {
    const product = byId.get(line.productId)
    return product ? [priceLine(product, line)] : []
  })
  return {
    lines: priced,
    count: priced.reduce((sum, line) => sum + line.quantity, 0),
    total: priced.reduce((sum, line) => sum + line.total, 0),
    damaged,
    unknownProducts: priced.length < lines.length,
  }
}

/** What a page has shown of a cart, as a short text: another text is another order, be its total the same. */
export function describeCart({ lines }: Cart): string {
  return lines
    .map(({ product, quantity }) => `${product.id}x${quantity}@${product.price}`)
    .join('.')
}

function priceLine(product: Product, { quantity }: CartLine): PricedLine {
  const line = { product, quantity, total: product.price * quantity }
  if (product.stock === 0) return { ...line, problem: 'sold_out' }
  return product.stock < quantity ? { ...line, problem: 'not_enough_stock' } : line
}
