import 'server-only'
import { findProductsByIds } from '@/lib/catalogue/products'
import { type CartLine, MAX_QUANTITY, quantityOf, setQuantity } from './cart-lines'

export type CartChange = { ok: true; lines: CartLine[] } | CartRefusal

/** Why a cart stays as it was, and for a want of stock: which product, and how many there are. */
export type CartRefusal = {
  ok: false
  code: 'not_sold' | 'sold_out' | 'not_enough_stock' | 'too_many_of_one' | 'too_many_products'
  product?: { name: string; stock: number }
}

/**
 * Puts a quantity of a product into a cart if the shop has that many; having fewer than before is
 * always allowed. Stock is only looked at here: an order takes it. Lines of products that the shop
 * does not know any more are dropped.
 */
export async function changeCart(
  lines: CartLine[],
  productId: number,
  quantity: number,
): Promise<CartChange> {
  const products = await findProductsByIds([...lines.map((line) => line.productId), productId])
  const product = products.find(({ id }) => id === productId)
  if (!product) return { ok: false, code: 'not_sold' }

  const known = lines.filter((line) => products.some(({ id }) => id === line.productId))
  const more = quantity > quantityOf(known, productId)
  if (more && product.stock === 0) return { ok: false, code: 'sold_out', product }
  if (more && quantity > product.stock) return { ok: false, code: 'not_enough_stock', product }
  if (quantity > MAX_QUANTITY) return { ok: false, code: 'too_many_of_one' }
  const changed = setQuantity(known, productId, quantity)
  return changed ? { ok: true, lines: changed } : { ok: false, code: 'too_many_products' }
}
