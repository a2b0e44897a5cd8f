import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { cookieName, cookieOptions } from '@/app/cookies'
import { type CartLine, parseCart, serializeCart } from '@/lib/cart/cart-lines'
import { readCart } from '@/lib/cart/read-cart'

async function cartText(): Promise<string> {
  return (await cookies()).get(cookieName('tokoku-cart'))?.value ?? ''
}

/** The cart of this request with today's prices, read once however many components ask. */
export const currentCart = cache(async () => readCart(await cartText()))

/** The cart's lines as the cookie has them. */
export async function currentLines(): Promise<CartLine[]> {
  return parseCart(await cartText()).lines
}

/** Writes the cart. Only in a server action or a route handler: elsewhere Next refuses. */
export async function saveLines(lines: CartLine[]): Promise<void> {
  const options = cookieOptions()
  const maxAge = lines.length === 0 ? 0 : options.maxAge
  const jar = await cookies()
  jar.set(cookieName('tokoku-cart'), serializeCart(lines), { ...options, maxAge })
}
