export type CartLine = { productId: number; quantity: number }

/** Two digits: the patterns here and in cart-input.ts read no more. */
export const MAX_QUANTITY = 99
export const MAX_LINES = 30

// The largest id has ten digits; anything longer is damage.
const LINE = /^([1-9]\d{0,9})x([1-9]\d?)$/

/**
 * Reads a cart's text, such as `1x2.5x1`: product 1 twice, product 5 once. Never throws: what
 * cannot be read is left out and reported as `damaged`, so that the shopper keeps the rest.
 */
export function parseCart(text: string): { lines: CartLine[]; damaged: boolean } {
  const lines = new Map<number, number>()
  let damaged = false
  // A full cart has no more parts than this; a longer text is not worth reading to its end.
  const parts = text === '' ? [] : text.split('.', MAX_LINES + 1)
  for (const part of parts) {
    const match = LINE.exec(part)
    const productId = Number(match?.[1])
    if (!match || lines.has(productId) || lines.size === MAX_LINES) damaged = true
    else lines.set(productId, Number(match[2]))
  }
  return { lines: [...lines].map(([productId, quantity]) => ({ productId, quantity })), damaged }
}

/** Writes a cart as text that `parseCart` reads back to the same lines. */
export function serializeCart(lines: CartLine[]): string {
  return lines.map(({ productId, quantity }) => `${productId}x${quantity}`).join('.')
}

/** How many of a product are in the cart. */
export function quantityOf(lines: CartLine[], productId: number): number {
  return lines.find((line) => line.productId === productId)?.quantity ?? 0
}

/**
 * Sets a product's quantity, adding its line at the end when there is none. The caller has
 * checked that the quantity is a whole number from 1 to `MAX_QUANTITY`. Null when the cart
 * already has `MAX_LINES` other products.
 */
export function setQuantity(
  lines: CartLine[],
  productId: number,
  quantity: number,
): CartLine[] | null {
  if (quantityOf(lines, productId) > 0) {
    return lines.map((line) => (line.productId === productId ? { productId, quantity } : line))
  }
  return lines.length < MAX_LINES ? [...lines, { productId, quantity }] : null
}

/** Leaves a product out. */
export function removeLine(lines: CartLine[], productId: number): CartLine[] {
  return lines.filter((line) => line.productId !== productId)
}
