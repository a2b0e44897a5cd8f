'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { browserSecret } from '@/app/browser-secret'
import { currentCart, saveLines } from '@/app/cart/cart-cookie'
import { explainFields } from '@/app/checkout/explain-fields'
import { placementKeySchema, renewPlacementKey } from '@/app/checkout/placement-key'
import { countOrder } from '@/app/count-order'
import { inEachLanguage } from '@/app/i18n/in-each-language'
import { inThisRequest } from '@/app/this-request'
import type { PlaceOrderState } from '@/components/checkout/place-order-state'
import { describeCart } from '@/lib/cart/read-cart'
import { describeError, log } from '@/lib/log'
import { formatRupiah } from '@/lib/money'
import { customerSchema, paymentMethodSchema } from '@/lib/orders/customer'
import {
  isPlaced,
  type PlacedOrder,
  type Placement,
  placeOrder as place,
} from '@/lib/orders/place-order'
import { sentForm } from '@/lib/security/sent-form'

const formSchema = customerSchema.extend({ method: paymentMethodSchema })

export async function placeOrder(_: PlaceOrderState, sent: FormData): Promise<PlaceOrderState> {
  const form = sentForm(sent)
  const typed = {
    name: text(form, 'name'),
    email: text(form, 'email'),
    phone: text(form, 'phone'),
    method: text(form, 'method'),
  }
  const parsed = formSchema.safeParse(typed)
  if (!parsed.success) return { fieldErrors: await explainFields(parsed.error), values: typed }

  const key = placementKeySchema.safeParse(form.get('placementKey'))
  const secret = await browserSecret()
  if (!key.success || !secret) {
    const sayOfForm = await inEachLanguage('shop.forms')
    return { formError: sayOfForm((t) => t('outOfDate')), values: typed }
  }

  const say = await inEachLanguage('checkout.problems')
  const { method, ...customer } = parsed.data
  let placed: PlacedOrder | PlaceOrderState
  try {
    placed = await placeCart({ key: key.data, customer, method, browserSecret: secret }, form)
  } catch (error) {
    // As a rule the database is away. What was typed stays on the page.
    await inThisRequest(async () =>
      log('error', 'checkout.failed', { error: describeError(error) }),
    )
    return { formError: say((t) => t('notNow')), values: typed }
  }
  if (!('ok' in placed)) return { ...placed, values: typed }
  if (placed.ok || placed.code === 'form_used') await renewPlacementKey()
  if (!placed.ok) return { ...(await explain(placed)), values: typed }
  await saveLines([])
  redirect(`/checkout/${placed.orderId}`)
}

/** Makes the order of what is in the cart, or says why the shopper must look at it once more. */
async function placeCart(
  placement: Omit<Placement, 'lines'>,
  form: FormData,
): Promise<PlacedOrder | PlaceOrderState> {
  const say = await inEachLanguage('checkout.problems')
  const cart = await currentCart()
  if (cart.lines.length > 0 && form.get('shownCart') !== describeCart(cart)) {
    refresh()
    return { formError: say((t) => t('totalChanged', { total: formatRupiah(cart.total) })) }
  }
  const lines = cart.lines.map(({ product, quantity }) => ({ productId: product.id, quantity }))
  // What becomes no order takes nothing of a limit that others share.
  const isNew = lines.length > 0 && !(await isPlaced(placement.key))
  const seconds = isNew ? await countOrder(placement.key) : 0
  if (seconds > 0) return { formError: say((t) => t('tooMany', { seconds })) }
  return inThisRequest(() => place({ ...placement, lines }))
}

function text(form: FormData, field: string): string | undefined {
  const value = form.get(field)
  return typeof value === 'string' ? value : undefined
}

async function explain(refused: Exclude<PlacedOrder, { ok: true }>): Promise<PlaceOrderState> {
  const say = await inEachLanguage('checkout.problems')
  switch (refused.code) {
    case 'empty_cart':
      return { formError: say((t) => t('emptyCart')) }
    case 'not_enough_stock': {
      const { name, left } = refused
      return {
        formError: say((t) => {
          const product = name ?? t('something')
          return left === 0 ? t('soldOut', { product }) : t('onlyLeft', { product, left })
        }),
      }
    }
    case 'amount_too_large':
      return {
        fieldErrors: {
          method: say((t) => t('amountTooLarge', { limit: formatRupiah(refused.limit) })),
        },
      }
    case 'form_used':
      return { formError: say((t) => t('formUsed')), orderHref: `/orders/${refused.orderId}` }
  }
}
