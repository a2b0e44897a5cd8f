import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { waitFor } from '../kit/wait-for'
import { place } from './support/journeys'
import { openOwnStage } from './support/own-stage'
import { expectAgreement } from './support/recovery'
import type { Stage } from './support/stage'

const WEEK_MS = 7 * 24 * 60 * 60 * 1000

let stage: Stage
afterEach(() => stage?.close())

type Seen = { status: string; isTimely: boolean; minutes: number | null }

async function look(orderId: string): Promise<Seen | undefined> {
  const [row] = await stage.sql<Seen>(
    `SELECT orders.status::text, abs(extract(epoch FROM now() - COALESCE(paid_at, now()))) < 60
       AS "isTimely", round(extract(epoch FROM expires_at - orders.created_at) / 60)::int AS minutes
     FROM orders JOIN payment ON order_id = orders.id WHERE orders.id = $1`,
    [orderId],
  )
  return row
}

test.each([
  ['ahead', WEEK_MS],
  ['behind', -WEEK_MS],
])(
  'a shop whose clock is a week %s sells, is paid, expires and gives back like any other',
  async (_, clockSkewMs) => {
    stage = await openOwnStage(0.1)
    const shop = await stage.startShop({ worker: 'inline', clockSkewMs })
    stage.front.setTarget(() => shop.url)
    const is = (orderId: string, status: string) =>
      waitFor(status, async () => (await look(orderId))?.status === status)

    const { orderId: paid } = await place(stage, shop.url, 1)
    const status = await (await fetch(`${shop.url}/orders/${paid}/status`)).json()
    const left = new Date(status.expiresAt).getTime() - Date.now()
    expect(left / 60_000).toBeGreaterThan(14)
    expect(left / 60_000).toBeLessThanOrEqual(15)
    await stage.sandbox.pay(`${paid}-1`)
    await is(paid, 'paid')
    expect(await look(paid)).toEqual({ status: 'paid', isTimely: true, minutes: 15 })

    const { orderId: late } = await place(stage, shop.url, 1)
    await stage.sql(
      `UPDATE payment SET expires_at = now(), next_check_at = now() WHERE order_id = $1`,
      [late],
    )
    await is(late, 'expired')

    // A refund whose answer was lost: by this process's own clock its key is long forgotten, or not yet made.
    const key = randomUUID()
    await stage.sql(
      `INSERT INTO refund (key, order_id, payment_id, amount, reason, due_at)
       SELECT $1, order_id, id, gross_amount, 'broken', now() FROM payment WHERE order_id = $2`,
      [key, paid],
    )
    await is(paid, 'refunded')
    await expectAgreement(stage, 20_000)
  },
)
