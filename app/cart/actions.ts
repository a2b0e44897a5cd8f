'use server'

import type { z } from 'zod'
import { currentLines, saveLines } from '@/app/cart/cart-cookie'
import { keepPlacementKey } from '@/app/checkout/placement-key'
import { type CartResult, productIdSchema, quantitySchema, stepSchema } from '@/lib/cart/cart-input'
import { quantityOf, removeLine } from '@/lib/cart/cart-lines'
import { changeCart } from '@/lib/cart/change-cart'

export async function addToCart(_: CartResult | null, form: FormData): Promise<CartResult> {
  const productId = productIdSchema.safeParse(form.get('productId'))
  if (!productId.success) return refuse(productId.error)
  const quantity = quantitySchema.safeParse(form.get('quantity') ?? '1')
  if (!quantity.success) return refuse(quantity.error)
  const held = quantityOf(await currentLines(), productId.data)
  return putInCart(productId.data, held + quantity.data)
}

/** A button sends a step, which counts from what the cart really has; the field sends a number. */
export async function changeQuantity(_: CartResult | null, form: FormData): Promise<CartResult> {
  const productId = productIdSchema.safeParse(form.get('productId'))
  if (!productId.success) return refuse(productId.error)
  if (form.has('step')) {
    const step = stepSchema.safeParse(form.get('step'))
    if (!step.success) return refuse(step.error)
    const held = quantityOf(await currentLines(), productId.data)
    return putInCart(productId.data, Math.max(1, held + step.data))
  }
  const quantity = quantitySchema.safeParse(form.get('quantity'))
  if (!quantity.success) return refuse(quantity.error)
  return putInCart(productId.data, quantity.data)
}

export async function removeFromCart(_: CartResult | null, form: FormData): Promise<CartResult> {
  const productId = productIdSchema.safeParse(form.get('productId'))
  if (!productId.success) return refuse(productId.error)
  await saveLines(removeLine(await currentLines(), productId.data))
  return { ok: true }
}

async function putInCart(productId: number, quantity: number): Promise<CartResult> {
  const change = await changeCart(await currentLines(), productId, quantity)
  if (!change.ok) return change
  await saveLines(change.lines)
  await keepPlacementKey()
  return { ok: true }
}

function refuse(error: z.ZodError): CartResult {
  return { ok: false, message: error.issues[0]?.message ?? 'Please try again.' }
}
