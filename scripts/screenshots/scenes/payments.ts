import { INSTAGRAM } from '@/tests/kit/device-classes'
import { faultFor } from '@/tests/kit/sandbox-control'
import type { CheckoutOptions } from '@/tests/kit/shop-client'
import { ORDER, place, QRIS_ORDER, type Scene } from '../scene'

/** Places an order, and shows the page where it is paid. */
function payment(options: CheckoutOptions): Scene['open'] {
  return async (stage) => {
    const orderId = await place(stage, options)
    await stage.show(`/checkout/${orderId}?show=qr`)
  }
}

/** Where an order is paid. */
export const paymentScenes: Scene[] = [
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
]

/** The last of all: a browser does not get its own clock back. */
export const timeOver: Scene = {
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
}
