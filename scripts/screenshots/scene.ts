import { attemptId, type CheckoutOptions } from '@/tests/kit/shop-client'
import type { Stage } from './stage'

/** A page in one of its states. */
export type Scene = {
  name: string
  /** Shown in Indonesian too: the pages of a whole purchase. */
  inBothLanguages?: true
  only?: 'desktop' | 'phone'
  open(stage: Stage): Promise<void>
  /** Undoes what the next scene must not meet. */
  close?(stage: Stage): Promise<void>
}

// Of things that the shop has plenty of: every picture of an order is one.
export const ORDER: CheckoutOptions = { cart: { 1: 2, 3: 1 } }
export const QRIS_ORDER: CheckoutOptions = { ...ORDER, method: 'QRIS' }
export const button = ({ page }: Stage, name: string) =>
  page.getByRole('button', { name, exact: true })

export const page = (path: string) => (stage: Stage) => stage.show(path)

/** Places an order, and waits until a phone has gone on to the wallet. */
export async function place(
  { look, page, shop }: Stage,
  options: CheckoutOptions,
): Promise<string> {
  const orderId = await shop.placeOrder(options)
  if (look.device === 'phone' && options.method !== 'QRIS') await page.waitForURL(/payment-pin/)
  return orderId
}

/** Places an order, lets `happen` happen to it, and shows its page. */
export function order(
  happen: (stage: Stage, attempt: string, orderId: string) => Promise<unknown>,
  options: CheckoutOptions = ORDER,
  query = '',
): Scene['open'] {
  return async (stage) => {
    const orderId = await place(stage, options)
    await happen(stage, attemptId(orderId), orderId)
    await stage.show(`/orders/${orderId}${query}`)
  }
}

/** Waits until the shop has heard what Midtrans says. */
export async function becomes({ shop }: Stage, orderId: string, status: string): Promise<void> {
  const end = Date.now() + 20_000
  while ((await shop.status(orderId)).status !== status) {
    if (Date.now() > end) throw new Error(`${orderId} did not become ${status}.`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
