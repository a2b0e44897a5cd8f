import 'server-only'
import { findProductsByIds } from '@/lib/catalogue/products'
import { type CartLine, MAX_LINES, MAX_QUANTITY, quantityOf, setQuantity } from './cart-lines'

export type CartChange = { ok: true; lines: CartLine[] } | { ok: false; message: string }

/**
 * Puts a quantity of a product into a cart if the shop has that many; having fewer than before is
 * always allowed. Stock is only looked at here: an order takes it. Lines of products that the shop
 * does not know any more are dropped. A refusal says why, and what the cart keeps.
 */
export async function changeCart(
  lines: CartLine[],
  productId: number,
  quantity: number,
): Promise<CartChange> {
  const products = await findProductsByIds([...lines.map((line) => line.productId), productId])
  const product = products.find(({ id }) => id === productId)
  if (!product) return refuse('This product is not sold any more.')

  const known = lines.filter((line) => products.some(({ id }) => id === line.productId))
  const more = quantity > quantityOf(known, productId)
  if (more && product.stock === 0) return refuse(`${product.name} is sold out.`)
  if (more && quantity > product.stock) {
    return refuse(`We have only ${product.stock} of ${product.name}. Your cart stays as it was.`)
  }
  if (quantity > MAX_QUANTITY) {
    return refuse(`A cart takes up to ${MAX_QUANTITY} of one product. Yours stays as it was.`)
  }
  const changed = setQuantity(known, productId, quantity)
  return changed
    ? { ok: true, lines: changed }
    : refuse(`A cart takes up to ${MAX_LINES} different products. Yours stays as it was.`)
}

function refuse(message: string): CartChange {
  return { ok: false, message }
}
