import { type Context, Hono } from 'hono'
import type { Env } from '../api/reply'
import { formatTime } from '../midtrans-time'
import type { Sandbox } from '../sandbox'
import { readJson, readQuery, refuse } from './read-json'
import { resetAll, resetOrder } from './reset'
import { clockSchema, resetSchema } from './schemas'
import { advance } from './time-travel'

/** Beyond it times would get a fifth digit in their year before long. */
const FURTHEST_SECONDS = 1000 * 365 * 24 * 3600

/** /_sandbox/clock and /_sandbox/reset: forward in time, and back to the start. */
export function clockControl(sandbox: Sandbox): Hono<Env> {
  const { clock } = sandbox
  const control = new Hono<Env>()
  const show = (c: Context, orderId: string | undefined) =>
    c.json({ now: formatTime(clock.now(orderId)), offset_seconds: clock.offset(orderId) / 1000 })

  control.get('/clock', (c) => show(c, readQuery(c, resetSchema).order_id))
  control.post('/clock', async (c) => {
    const { advance_seconds, order_id } = await readJson(c, clockSchema)
    if (clock.offset(order_id) / 1000 + advance_seconds > FURTHEST_SECONDS) {
      refuse(400, 'the clock goes no further than a thousand years: reset it first')
    }
    await advance(sandbox, advance_seconds, order_id)
    return show(c, order_id)
  })
  control.post('/reset', async (c) => {
    const { order_id } = await readJson(c, resetSchema)
    if (order_id) resetOrder(sandbox, order_id)
    else resetAll(sandbox)
    return c.json({ reset: order_id ?? 'all' })
  })
  return control
}
