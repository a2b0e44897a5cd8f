import { type Context, Hono } from 'hono'
import type { z } from 'zod'
import { findMerchant } from '../api/merchants'
import type { Env } from '../api/reply'
import { formatTime } from '../midtrans-time'
import { resend } from '../notifications/deliver'
import type { Sandbox } from '../sandbox'
import { listDeliveriesOf, listNewestDeliveries } from '../store/deliveries'
import type { Transaction } from '../store/records'
import { findAny, listByOrder, listNewest } from '../store/transactions'
import { changeByHand, findScanned, payByHand } from './by-hand'
import { readJson, refuse } from './read-json'
import { resetAll, resetOrder } from './reset'
import { refuseOtherOrigins } from './same-origin'
import {
  clockSchema,
  faultsSchema,
  listQuerySchema,
  merchantSchema,
  paySchema,
  resendSchema,
  resetSchema,
  scanSchema,
} from './schemas'
import { advance } from './time-travel'
import { viewDelivery, viewMerchant, viewTransaction } from './view'

/** The control addresses under /_sandbox: JSON in, JSON out. They span all merchants and need no key. */
export function controlApi(sandbox: Sandbox): Hono<Env> {
  const { store, clock, faults } = sandbox
  const control = new Hono<Env>()
  control.use(refuseOtherOrigins)
  const answer = (c: Context, transaction: Transaction) =>
    c.json(viewTransaction(sandbox, transaction))
  const find = (id: string) =>
    findAny(store, id) ?? refuse(404, `there is no transaction ${id.slice(0, 100)}`)

  control.get('/transactions', (c) => {
    const { order_id, limit } = readQuery(c)
    const list = order_id ? listByOrder(store, order_id) : listNewest(store, limit)
    return c.json(list.map((each) => viewTransaction(sandbox, each)))
  })
  control.get('/transactions/:id', (c) => answer(c, find(c.req.param('id'))))
  control.post('/transactions/:id/pay', async (c) => {
    const { issuer } = await readJson(c, paySchema)
    return answer(c, payByHand(sandbox, find(c.req.param('id')), issuer))
  })
  control.post('/transactions/:id/deny', (c) =>
    answer(c, changeByHand(sandbox, find(c.req.param('id')), 'deny')),
  )
  control.post('/transactions/:id/expire', (c) =>
    answer(c, changeByHand(sandbox, find(c.req.param('id')), 'expire')),
  )
  control.post('/scan', async (c) => {
    const { qr, issuer } = await readJson(c, scanSchema)
    return answer(c, payByHand(sandbox, findScanned(sandbox, qr), issuer))
  })

  control.get('/notifications', (c) => {
    const { order_id, limit } = readQuery(c)
    const list = order_id ? listDeliveriesOf(store, order_id) : listNewestDeliveries(store, limit)
    return c.json(list.map(viewDelivery))
  })
  control.post('/notifications/:id/resend', async (c) => {
    const id = Number(c.req.param('id'))
    const { url } = await readJson(c, resendSchema)
    const delivery = Number.isSafeInteger(id) ? store.deliveries.get(id) : undefined
    if (!delivery) return refuse(404, 'there is no such notification')
    const target = url ?? delivery.url ?? refuse(409, 'it had no URL to go to: give one as "url"')
    await resend(sandbox, id, target)
    return c.json(viewDelivery(store.deliveries.get(id) ?? delivery))
  })

  control.get('/faults', (c) => c.json(faults.list(c.req.query('order_id'))))
  control.put('/faults', async (c) => {
    const list = await readJson(c, faultsSchema)
    const orderId = c.req.query('order_id')
    if (list.length === 0 && !orderId) {
      return refuse(400, 'an empty list needs ?order_id=; DELETE removes all faults')
    }
    if (orderId) faults.clear(orderId)
    faults.replace(list)
    return c.json(faults.list())
  })
  control.delete('/faults', (c) => {
    faults.clear(c.req.query('order_id'))
    return c.json(faults.list())
  })

  const showClock = (c: Context, orderId?: string) =>
    c.json({ now: formatTime(clock.now(orderId)), offset_seconds: clock.offset(orderId) / 1000 })
  control.get('/clock', (c) => showClock(c, c.req.query('order_id')))
  control.post('/clock', async (c) => {
    const { advance_seconds, order_id } = await readJson(c, clockSchema)
    advance(sandbox, advance_seconds, order_id)
    return showClock(c, order_id)
  })

  control.post('/reset', async (c) => {
    const { order_id } = await readJson(c, resetSchema)
    if (order_id) resetOrder(sandbox, order_id)
    else resetAll(sandbox)
    return c.json({ reset: order_id ?? 'all' })
  })

  control.get('/merchants', (c) =>
    c.json([...store.merchants.getRange()].map(({ value }) => viewMerchant(value))),
  )
  control.put('/merchants', async (c) => {
    const wanted = await readJson(c, merchantSchema)
    const known = findMerchant(sandbox, wanted.server_key)
    const merchant = {
      ...known,
      name: wanted.name ?? known.name,
      city: wanted.city ?? known.city,
      notificationUrls: wanted.notification_urls ?? known.notificationUrls,
      finishUrl: wanted.finish_url ?? known.finishUrl,
      inactiveChannels: wanted.inactive_channels ?? known.inactiveChannels,
    }
    store.write(() => store.merchants.put(merchant.merchantId, merchant))
    return c.json(viewMerchant(merchant))
  })
  return control
}

function readQuery(c: Context): z.infer<typeof listQuerySchema> {
  const parsed = listQuerySchema.safeParse(c.req.query())
  return parsed.success ? parsed.data : refuse(400, 'order_id or limit is not valid')
}
