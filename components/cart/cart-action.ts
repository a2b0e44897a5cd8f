import { useFormWords } from '@/components/ui/form-words'
import { useShopAction } from '@/components/ui/shop-action'
import type { CartResult } from '@/lib/cart/cart-input'

export type CartAction = (state: CartResult | null, form: FormData) => Promise<CartResult>

/** useShopAction for what changes the cart: whether it was done, and if it was not, why. */
export function useCartAction(action: CartAction, initial: CartResult | null = null) {
  const { locale, ...words } = useFormWords()
  const [result, submit, pending] = useShopAction(action, initial, (trouble) => ({
    ok: false,
    message: { [locale]: words[trouble] },
  }))
  const refusal = result?.ok === false ? result.message[locale] : undefined
  return { done: result?.ok === true, refusal, submit, pending }
}
