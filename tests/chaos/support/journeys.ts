import type { Boundary } from './boundary'
import { createShopper, type Shopper } from './shopper'
import type { Stage } from './stage'

/** One order on its way, up to the request that is about to be made. */
export type Traveller = {
  shopper: Shopper
  orderId?: string
  /** The body, when the request is a notification. */
  notification?: string
  /** The request. Its answer may never come. */
  act(shopUrl: string): Promise<unknown>
  /** Whether a call to Midtrans is about this order; the database is used by nobody else meanwhile. */
  concerns(boundary: Boundary): boolean
}

export type Journey = {
  name: string
  /** Brings an order of this product to where the journey begins, by way of a process that is left alone. */
  prepare(stage: Stage, helperUrl: string, productId: number): Promise<Traveller>
}

const ORDER_ID = /TKO-[0-9A-Z]{26}/

function travel(shopper: Shopper, orderId: string | undefined, act: Traveller['act']): Traveller {
  const marks = [shopper.email, orderId ?? 'no order yet']
  return {
    shopper,
    act,
    ...(orderId && { orderId }),
    concerns: ({ text, path = '' }) =>
      !path.startsWith('/v2/') || marks.some((mark) => `${path} ${text}`.includes(mark)),
  }
}

/** Places an order as a shopper does, by way of this process. */
export async function place(stage: Stage, helperUrl: string, productId: number, email?: string) {
  const cart = { [productId]: 1 }
  const shopper = createShopper({ appUrl: stage.front.url, cart, ...(email && { email }) })
  const form = await shopper.openCheckout(helperUrl)
  const placed = await shopper.send(helperUrl, '/checkout', form)
  const orderId = ORDER_ID.exec(placed.location ?? '')?.[0]
  if (!orderId) throw new Error(`The order was not placed: ${placed.status}`)
  return { shopper, orderId, page: `/orders/${orderId}` }
}

/** As if the time of the payment's next check had come, and nobody had worked on it for long. */
export async function makeDue({ sql }: Stage, orderId: string): Promise<void> {
  await sql(
    `UPDATE payment SET next_check_at = now(), leased_by = NULL, leased_until = NULL, asked_at = NULL
     WHERE order_id = $1`,
    [orderId],
  )
}

const placing: Journey = {
  name: 'placing',
  async prepare(stage, helperUrl, productId) {
    const shopper = createShopper({ appUrl: stage.front.url, cart: { [productId]: 1 } })
    const form = await shopper.openCheckout(helperUrl)
    return travel(shopper, undefined, (shopUrl) => shopper.send(shopUrl, '/checkout', form))
  },
}

const notifying: Journey = {
  name: 'notifying',
  async prepare(stage, helperUrl, productId) {
    const { shopper, orderId } = await place(stage, helperUrl, productId)
    await stage.sandbox.pay(`${orderId}-1`)
    const body = await stage.desk.notification(`${orderId}-1`, 'settlement')
    const traveller = travel(shopper, orderId, (shopUrl) =>
      fetch(`${shopUrl}/api/midtrans/notification`, { method: 'POST', body }),
    )
    return { ...traveller, notification: body }
  },
}

const expiring: Journey = {
  name: 'expiring',
  async prepare(stage, helperUrl, productId) {
    const { shopper, orderId, page } = await place(stage, helperUrl, productId)
    return travel(shopper, orderId, async (shopUrl) => {
      await stage.sql(
        `UPDATE payment SET expires_at = now() - interval '1 second' WHERE order_id = $1`,
        [orderId],
      )
      await makeDue(stage, orderId)
      return shopper.get(shopUrl, page)
    })
  },
}

const cancelling: Journey = {
  name: 'cancelling',
  async prepare(stage, helperUrl, productId) {
    const { shopper, orderId, page } = await place(stage, helperUrl, productId)
    const form = await shopper.openForm(helperUrl, page, 'Cancel order')
    return travel(shopper, orderId, (shopUrl) => shopper.send(shopUrl, page, form))
  },
}

const payingAgain: Journey = {
  name: 'paying again',
  async prepare(stage, helperUrl, productId) {
    const { shopper, orderId, page } = await place(stage, helperUrl, productId)
    const cancel = await shopper.openForm(helperUrl, page, 'Cancel order')
    await shopper.send(helperUrl, page, cancel)
    const form = await shopper.openForm(helperUrl, page, 'Pay again')
    return travel(shopper, orderId, (shopUrl) => shopper.send(shopUrl, page, form))
  },
}

const reconciling: Journey = {
  name: 'reconciling a payment nobody told of',
  async prepare(stage, helperUrl, productId) {
    const { shopper, orderId } = await place(stage, helperUrl, productId)
    await stage.sandbox.pay(`${orderId}-1`)
    // The wallet's way back makes the shop ask Midtrans, as the sweep does.
    return travel(shopper, orderId, async (shopUrl) => {
      await makeDue(stage, orderId)
      return shopper.get(shopUrl, `/orders/${orderId}/finish`)
    })
  },
}

/** Everything that changes an order, one request each. The worker's own rounds are in crash-sweep.test.ts. */
export const journeys: Journey[] = [
  placing,
  notifying,
  expiring,
  cancelling,
  payingAgain,
  reconciling,
]
