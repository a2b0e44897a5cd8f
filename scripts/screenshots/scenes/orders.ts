import { faultFor } from '@/tests/kit/sandbox-control'
import { attemptId, findOrderIds } from '@/tests/kit/shop-client'
import { tellShop } from '@/tests/kit/tell-shop'
import { becomes, button, ORDER, order, place, QRIS_ORDER, type Scene } from '../scene'
import type { Stage } from '../stage'

/** Tells the shop that a payment expired of which Midtrans says nothing of the kind. */
async function giveUp(stage: Stage, attempt: string, orderId: string): Promise<void> {
  const { shop, serverKey, sandbox } = stage
  const transaction = await sandbox.transaction(attempt)
  await tellShop({ url: shop.url, serverKey }, transaction, 'expire')
  await becomes(stage, orderId, 'expired')
}

const openPaid = order(async (stage, attempt, orderId) => {
  await stage.sandbox.pay(attempt, 'dana')
  await becomes(stage, orderId, 'paid')
})

const openRefunded = (amount: number, status: string) =>
  order(async (stage, attempt, orderId) => {
    await stage.sandbox.pay(attempt)
    await becomes(stage, orderId, 'paid')
    await stage.sandbox.refund(attempt, amount)
    await becomes(stage, orderId, status)
  })

/** Of an order that is paid, and of which a part was given back. */
async function openTimeline(stage: Stage): Promise<void> {
  await openPaid(stage)
  const [orderId = ''] = findOrderIds(stage.page.url())
  await stage.sandbox.refund(attemptId(orderId), 44_000)
  await becomes(stage, orderId, 'partially_refunded')
  await stage.show(`/orders/${orderId}/timeline`)
}

/** What has become of an order, and all that a browser has ordered. */
export const orderScenes: Scene[] = [
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
  { name: 'order-partially-refunded', open: openRefunded(44_000, 'partially_refunded') },
  { name: 'order-refunded', open: openRefunded(96_000, 'refunded') },
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
]
