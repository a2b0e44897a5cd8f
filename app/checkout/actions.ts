'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { browserSecret } from '@/app/browser-secret'
import { currentCart, saveLines } from '@/app/cart/cart-cookie'
import { placementKeySchema, renewPlacementKey } from '@/app/checkout/placement-key'
import type { PlaceOrderState } from '@/components/checkout/place-order-state'
import { formatRupiah } from '@/lib/money'
import { customerSchema, paymentMethodSchema } from '@/lib/orders/customer'
import { type PlacedOrder, placeOrder as place } from '@/lib/orders/place-order'

const formSchema = customerSchema.extend({ method: paymentMethodSchema })

export async function placeOrder(_: PlaceOrderState, form: FormData): Promise<PlaceOrderState> {
  const typed = {
    name: text(form, 'name'),
    email: text(form, 'email'),
    phone: text(form, 'phone'),
    method: text(form, 'method'),
  }
  const parsed = formSchema.safeParse(typed)
  if (!parsed.success) {
    const { fieldErrors } = z.flattenError(parsed.error)
    const first = Object.entries(fieldErrors).map(([field, errors]) => [field, errors[0]])
    return { fieldErrors: Object.fromEntries(first), values: typed }
  }
  const key = placementKeySchema.safeParse(form.get('placementKey'))
  const secret = await browserSecret()
  if (!key.success || !secret) {
    return { formError: 'This form is out of date. Reload the page and try again.', values: typed }
  }

  const { method, ...customer } = parsed.data
  const cart = await currentCart()
  if (cart.lines.length > 0 && form.get('shownTotal') !== String(cart.total)) {
    const now = formatRupiah(cart.total)
    return {
      formError: `Your cart has changed: it is ${now} now. Press Pay to order that.`,
      values: typed,
    }
  }
  const placed = await place({
    key: key.data,
    customer,
    method,
    lines: cart.lines.map(({ product, quantity }) => ({ productId: product.id, quantity })),
    browserSecret: secret,
  })
  if (placed.ok || placed.code === 'form_used') await renewPlacementKey()
  if (!placed.ok) return { ...explain(placed), values: typed }
  await saveLines([])
  redirect(`/checkout/${placed.orderId}`)
}

function text(form: FormData, field: string): string | undefined {
  const value = form.get(field)
  return typeof value === 'string' ? value : undefined
}

function explain(refused: Exclude<PlacedOrder, { ok: true }>): PlaceOrderState {
  switch (refused.code) {
    case 'empty_cart':
      return { formError: 'Your cart is empty, so there is nothing to pay. Add something first.' }
    case 'not_enough_stock': {
      const name = refused.name ?? 'Something in your cart'
      const left =
        refused.left === 0 ? `${name} is sold out.` : `Only ${refused.left} of ${name} are left.`
      return { formError: `${left} Nothing was charged. Change your cart and try again.` }
    }
    case 'amount_too_large':
      return {
        fieldErrors: { method: `This way of paying takes at most ${formatRupiah(refused.limit)}.` },
      }
    case 'form_used':
      return {
        formError:
          'This form has already become an order. Press Pay once more if you want another one.',
        orderHref: `/orders/${refused.orderId}`,
      }
  }
}
