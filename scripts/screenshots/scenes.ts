import { fromOwnAddress } from '@/tests/kit/client-address'
import { INSTAGRAM } from '@/tests/kit/device-classes'
import { faultFor } from '@/tests/kit/sandbox-control'
import { attemptId, type CheckoutOptions, findOrderIds } from '@/tests/kit/shop-client'
import { tellShop } from '@/tests/kit/tell-shop'
import { giveDatabaseBack, setStock, takeDatabase } from './database'
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
const ORDER: CheckoutOptions = { cart: { 1: 2, 3: 1 } }
const QRIS_ORDER: CheckoutOptions = { ...ORDER, method: 'QRIS' }
const button = ({ page }: Stage, name: string) => page.getByRole('button', { name, exact: true })

const page = (path: string) => (stage: Stage) => stage.show(path)

/** Places an order, and waits until a phone has gone on to the wallet. */
async function place({ look, page, shop }: Stage, options: CheckoutOptions): Promise<string> {
  const orderId = await shop.placeOrder(options)
  if (look.device === 'phone' && options.method !== 'QRIS') await page.waitForURL(/payment-pin/)
  return orderId
}

/** Places an order, lets `happen` happen to it, and shows its page. */
function order(
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

/** The same with the page where it is paid. */
function payment(options: CheckoutOptions): Scene['open'] {
  return async (stage) => {
    const orderId = await place(stage, options)
    await stage.show(`/checkout/${orderId}?show=qr`)
  }
}

/** Tells the shop that a payment expired of which Midtrans says nothing of the kind. */
async function giveUp(stage: Stage, attempt: string, orderId: string): Promise<void> {
  const { shop, serverKey, sandbox } = stage
  const transaction = await sandbox.transaction(attempt)
  await tellShop({ url: shop.url, serverKey }, transaction, 'expire')
  await becomes(stage, orderId, 'expired')
}

/** Waits until the shop has heard what Midtrans says. */
async function becomes({ shop }: Stage, orderId: string, status: string): Promise<void> {
  const end = Date.now() + 20_000
  while ((await shop.status(orderId)).status !== status) {
    if (Date.now() > end) throw new Error(`${orderId} did not become ${status}.`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const openPaid = order(async (stage, attempt, orderId) => {
  await stage.sandbox.pay(attempt, 'dana')
  await becomes(stage, orderId, 'paid')
})

/** Of an order that is paid, and of which a part was given back. */
async function openTimeline(stage: Stage): Promise<void> {
  await openPaid(stage)
  const [orderId = ''] = findOrderIds(stage.page.url())
  await stage.sandbox.refund(attemptId(orderId), 44_000)
  await becomes(stage, orderId, 'partially_refunded')
  await stage.show(`/orders/${orderId}/timeline`)
}

export const scenes: Scene[] = [
  { name: 'catalogue', inBothLanguages: true, open: page('/') },
  { name: 'catalogue-category', open: page('/?category=batik&sort=cheapest') },
  { name: 'catalogue-search', open: page('/?q=kopi') },
  { name: 'catalogue-nothing-found', open: page('/?q=espresso&category=batik') },
  { name: 'product', inBothLanguages: true, open: page('/products/kopi-gayo') },
  {
    name: 'product-added',
    async open(stage) {
      await stage.show('/products/teh-melati')
      await button(stage, 'Add to cart').click()
      await stage.page.getByText('It is in your cart.').waitFor()
    },
  },
  {
    name: 'product-sold-out',
    async open(stage) {
      await setStock(stage.dataDir, 'tas-parang', 0)
      await stage.show('/products/tas-parang')
    },
    close: ({ dataDir }) => setStock(dataDir, 'tas-parang', 45),
  },
  {
    name: 'cart',
    inBothLanguages: true,
    async open(stage) {
      await stage.shop.fillCart({ 1: 2, 7: 1, 13: 1 })
      await stage.show('/cart')
    },
  },
  {
    name: 'cart-problem',
    async open(stage) {
      await stage.shop.fillCart({ 1: 2, 7: 99 })
      await stage.show('/cart')
    },
  },
  {
    name: 'cart-empty',
    async open(stage) {
      await stage.page.context().clearCookies({ name: 'tokoku-cart' })
      await stage.show('/cart')
    },
  },
  {
    name: 'checkout',
    inBothLanguages: true,
    async open(stage) {
      await stage.shop.fillCart({ 1: 2, 3: 1 })
      await stage.show('/checkout')
    },
  },
  {
    name: 'checkout-errors',
    async open(stage) {
      await stage.shop.fillCart({ 1: 1 })
      await stage.show('/checkout')
      await stage.page.getByLabel('Email', { exact: true }).fill('sari')
      await button(stage, 'Pay').click()
      await stage.page.getByText(/such as name@example\.com/).waitFor()
    },
  },
  { name: 'payment-gopay', inBothLanguages: true, open: payment(ORDER) },
  { name: 'payment-qris', inBothLanguages: true, open: payment(QRIS_ORDER) },
  {
    name: 'payment-on-my-phone',
    only: 'desktop',
    async open(stage) {
      await payment(ORDER)(stage)
      await stage.page.getByText('Send to my phone', { exact: true }).click()
      await stage.page.getByRole('img', { name: /^QR code/ }).waitFor()
    },
  },
  {
    name: 'payment-in-another-app',
    only: 'phone',
    open: async (stage) => {
      const orderId = await place(stage, ORDER)
      const session = await stage.page.context().newCDPSession(stage.page)
      await session.send('Emulation.setUserAgentOverride', { userAgent: INSTAGRAM })
      await stage.show(`/checkout/${orderId}`)
      await session.detach()
    },
  },
  {
    name: 'payment-preparing',
    async open(stage) {
      const fault = faultFor(stage.shop.customer, 'charge', 'status_503', { times: 3 })
      await stage.sandbox.setFaults([fault])
      const orderId = await place(stage, QRIS_ORDER)
      await stage.show(`/checkout/${orderId}?show=qr`)
      await stage.sandbox.clearFaults()
    },
  },
  { name: 'order-pending', open: order(async () => {}) },
  { name: 'order-back-from-wallet', open: order(async () => {}, ORDER, '?result=success') },
  { name: 'order-wallet-declined', open: order(async () => {}, ORDER, '?result=failure') },
  { name: 'order-not-cancelled', open: order(async () => {}, ORDER, '?problem=no_answer') },
  { name: 'order-paid', inBothLanguages: true, open: openPaid },
  {
    name: 'order-paid-printed',
    only: 'desktop',
    async open(stage) {
      await openPaid(stage)
      await stage.page.emulateMedia({ media: 'print' })
    },
  },
  {
    name: 'order-expired',
    open: order(async (stage, attempt, orderId) => {
      await stage.sandbox.expire(attempt)
      await becomes(stage, orderId, 'expired')
    }),
  },
  {
    name: 'order-cancelled',
    open: order(async (stage, _, orderId) => {
      await stage.show(`/orders/${orderId}`)
      await button(stage, 'Cancel order').click()
      await becomes(stage, orderId, 'cancelled')
    }),
  },
  {
    name: 'order-declined',
    open: order(async (stage, attempt, orderId) => {
      await stage.sandbox.deny(attempt)
      await becomes(stage, orderId, 'denied')
    }),
  },
  {
    name: 'order-failed',
    async open(stage) {
      const fault = faultFor(stage.shop.customer, 'charge', 'validation_400')
      await stage.sandbox.setFaults([fault])
      await order((_, __, orderId) => becomes(stage, orderId, 'failed'), QRIS_ORDER)(stage)
      await stage.sandbox.clearFaults()
    },
  },
  {
    name: 'order-partially-refunded',
    open: order(async (stage, attempt, orderId) => {
      await stage.sandbox.pay(attempt)
      await becomes(stage, orderId, 'paid')
      await stage.sandbox.refund(attempt, 44_000)
      await becomes(stage, orderId, 'partially_refunded')
    }),
  },
  {
    name: 'order-refunded',
    open: order(async (stage, attempt, orderId) => {
      await stage.sandbox.pay(attempt)
      await becomes(stage, orderId, 'paid')
      await stage.sandbox.refund(attempt, 96_000)
      await becomes(stage, orderId, 'refunded')
    }),
  },
  {
    name: 'order-paid-late',
    open: order(async (stage, attempt, orderId) => {
      await giveUp(stage, attempt, orderId)
      await stage.sandbox.pay(attempt)
      await becomes(stage, orderId, 'paid')
    }),
  },
  {
    name: 'order-paid-twice',
    open: order(async (stage, attempt, orderId) => {
      await giveUp(stage, attempt, orderId)
      await stage.show(`/orders/${orderId}`)
      await button(stage, 'Pay again').click()
      if (stage.look.device === 'phone') await stage.page.waitForURL(/payment-pin/)
      await becomes(stage, orderId, 'pending')
      await stage.sandbox.pay(attemptId(orderId, 2))
      await becomes(stage, orderId, 'paid')
      await stage.sandbox.pay(attempt)
      await stage.page.goto(`/orders/${orderId}`)
      await stage.page.getByText(/paid more than once/).waitFor()
    }),
  },
  {
    name: 'order-for-a-person',
    open: order(async (stage, attempt, orderId) => {
      await stage.sandbox.pay(attempt)
      await becomes(stage, orderId, 'paid')
      const transaction = await stage.sandbox.transaction(attempt)
      const { shop, serverKey } = stage
      await tellShop({ url: shop.url, serverKey }, transaction, 'settlement', '1.00')
    }),
  },
  { name: 'timeline', inBothLanguages: true, open: openTimeline },
  {
    name: 'timeline-entry',
    async open(stage) {
      await openTimeline(stage)
      const charge = stage.page.locator('li').filter({ hasText: 'POST charge' }).first()
      for (const fold of await charge.locator('summary').all()) await fold.click()
    },
  },
  {
    name: 'orders',
    inBothLanguages: true,
    async open(stage) {
      await stage.page.context().clearCookies({ name: 'tokoku-browser' })
      await openTimeline(stage)
      await openPaid(stage)
      await place(stage, { cart: { 13: 1 }, method: 'QRIS' })
      await stage.show('/orders')
    },
  },
  {
    name: 'orders-none',
    async open(stage) {
      await stage.page.context().clearCookies({ name: 'tokoku-browser' })
      await stage.show('/orders')
    },
  },
  { name: 'help', inBothLanguages: true, open: page('/help') },
  { name: 'not-found', inBothLanguages: true, open: page('/nowhere') },
  {
    name: 'error',
    async open(stage) {
      await stage.show('/products/kopi-gayo')
      const isAction = (url: URL) => url.pathname === '/products/kopi-gayo'
      await stage.page.route(isAction, (route) => route.fulfill({ status: 500, body: '' }))
      await button(stage, 'Add to cart').click()
      await button(stage, 'Try again').waitFor()
      await stage.page.unroute(isAction)
    },
  },
  {
    name: 'too-many',
    inBothLanguages: true,
    async open(stage) {
      await stage.page.setExtraHTTPHeaders(fromOwnAddress())
      const guess = '/orders/TKO-0123456789ABCDEFGHJKMNPQRS'
      while ((await stage.page.goto(guess))?.status() !== 429);
      await stage.show(guess)
    },
    close: ({ page }) => page.setExtraHTTPHeaders({}),
  },
  {
    name: 'closed',
    inBothLanguages: true,
    async open(stage) {
      await takeDatabase(stage.dataDir)
      await stage.show('/products/kopi-gayo')
    },
    close: ({ dataDir }) => giveDatabaseBack(dataDir),
  },
  // The last: a browser does not get its own clock back.
  {
    name: 'payment-time-over',
    async open(stage) {
      await stage.page.clock.install()
      await payment(QRIS_ORDER)(stage)
      const isOver = stage.page.getByText('The time to pay is over').first()
      // The countdown begins when its script does, which may be after the page is there.
      while (!(await isOver.isVisible())) {
        await stage.page.clock.fastForward('15:01')
        await stage.page.waitForTimeout(200)
      }
    },
  },
]
