import { Hono } from 'hono'
import { z } from 'zod'
import { findMerchant } from '../api/merchants'
import type { Env } from '../api/reply'
import { resend } from '../notifications/deliver'
import { sendTest } from '../notifications/send-test'
import type { Sandbox } from '../sandbox'
import { listDeliveriesOf, listNewestDeliveries } from '../store/deliveries'
import { readJson, readQuery, refuse } from './read-json'
import { listQuerySchema, merchantSchema, resendSchema } from './schemas'
import { viewDelivery } from './view'

const testSchema = z.strictObject({
  server_key: merchantSchema.shape.server_key,
  url: resendSchema.shape.url,
})

/** /_sandbox/notifications: the log of what was sent, sending it again, and the dashboard's test. */
export function notificationControl(sandbox: Sandbox): Hono<Env> {
  const { store } = sandbox
  const control = new Hono<Env>()

  control.get('/notifications', (c) => {
    const { order_id, limit } = readQuery(c, listQuerySchema)
    const list = order_id ? listDeliveriesOf(store, order_id) : listNewestDeliveries(store, limit)
    return c.json(list.map(viewDelivery))
  })
  control.post('/notifications/:id{[0-9]{1,15}}/resend', async (c) => {
    const { url } = await readJson(c, resendSchema)
    const id = Number(c.req.param('id'))
    const delivery = store.deliveries.get(id) ?? refuse(404, 'there is no such notification')
    const target = url ?? delivery.url ?? refuse(409, 'it had no URL to go to: give one as "url"')
    await resend(sandbox, id, target)
    return c.json(viewDelivery(store.deliveries.get(id) ?? delivery))
  })
  control.post('/notifications/test', async (c) => {
    const { server_key, url } = await readJson(c, testSchema)
    const merchant = findMerchant(sandbox, server_key)
    const urls = url ? [url] : merchant.notificationUrls
    if (urls.length === 0) refuse(409, 'the merchant has no notification_urls: give a "url"')
    return c.json((await sendTest(sandbox, merchant, urls)).map(viewDelivery))
  })
  return control
}
