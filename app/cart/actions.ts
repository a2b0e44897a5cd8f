'use server'

import { currentLines, saveLines } from '@/app/cart/cart-cookie'
import { keepPlacementKey } from '@/app/checkout/placement-key'
import { inEachLanguage } from '@/app/i18n/in-each-language'
import { leadPlainFormBack } from '@/app/plain-form'
import { type CartResult, productIdSchema, quantitySchema, stepSchema } from '@/lib/cart/cart-input'
import { MAX_LINES, MAX_QUANTITY, quantityOf, removeLine } from '@/lib/cart/cart-lines'
import { type CartRefusal, changeCart } from '@/lib/cart/change-cart'
import { sentForm } from '@/lib/security/sent-form'

export async function addToCart(_: CartResult | null, sent: FormData): Promise<CartResult> {
  const form = sentForm(sent)
  const productId = productIdSchema.safeParse(form.get('productId'))
  if (!productId.success) return refuse({ code: 'unknown_product' })
  const quantity = quantitySchema.safeParse(form.get('quantity') ?? '1')
  if (!quantity.success) return refuse({ code: 'no_whole_number' })
  const held = quantityOf(await currentLines(), productId.data)
  return putInCart(productId.data, held + quantity.data, 'added=1')
}

/**
 * A button sends a step, which counts from what the cart really has, or takes the rest; the field sends
 * a number.
 */
export async function changeQuantity(_: CartResult | null, sent: FormData): Promise<CartResult> {
  const form = sentForm(sent)
  const productId = productIdSchema.safeParse(form.get('productId'))
  if (!productId.success) return refuse({ code: 'unknown_product' })
  if (form.has('step')) {
    const step = stepSchema.safeParse(form.get('step'))
    if (!step.success) return refuse({ code: 'no_whole_number' })
    const held = quantityOf(await currentLines(), productId.data)
    return putInCart(productId.data, Math.max(1, held + step.data))
  }
  const quantity = quantitySchema.safeParse(form.get('take') ?? form.get('quantity'))
  if (!quantity.success) return refuse({ code: 'no_whole_number' })
  return putInCart(productId.data, quantity.data)
}

export async function removeFromCart(_: CartResult | null, sent: FormData): Promise<CartResult> {
  const form = sentForm(sent)
  const productId = productIdSchema.safeParse(form.get('productId'))
  if (!productId.success) return refuse({ code: 'unknown_product' })
  await saveLines(removeLine(await currentLines(), productId.data))
  await leadPlainFormBack()
  return { ok: true }
}

/** `query` is what the page of the form is told of it where no script waits for the result. */
async function putInCart(productId: number, quantity: number, query?: string): Promise<CartResult> {
  const change = await changeCart(await currentLines(), productId, quantity)
  if (!change.ok) return refuse(change)
  await saveLines(change.lines)
  await keepPlacementKey()
  await leadPlainFormBack(query)
  return { ok: true }
}

type Refusal = Omit<CartRefusal, 'ok' | 'code'> & {
  code: CartRefusal['code'] | 'unknown_product' | 'no_whole_number'
}

async function refuse({ code, product }: Refusal): Promise<CartResult> {
  const values = {
    product: product?.name ?? '',
    stock: product?.stock ?? 0,
    max: code === 'too_many_products' ? MAX_LINES : MAX_QUANTITY,
  }
  const say = await inEachLanguage('cart.problems')
  return { ok: false, message: say((t) => t(code, values)) }
}
