import { Hono } from 'hono'
import { findMerchant } from '../api/merchants'
import type { Env } from '../api/reply'
import type { Sandbox } from '../sandbox'
import { readJson } from './read-json'
import { merchantSchema } from './schemas'
import { viewMerchant } from './view'

/** /_sandbox/merchants: the settings of each server key. What is left out stays as it is. */
export function merchantControl(sandbox: Sandbox): Hono<Env> {
  const { store } = sandbox
  const control = new Hono<Env>()

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
      wording: wanted.wording ?? known.wording,
      orderIds: wanted.order_ids ?? known.orderIds,
      qrCodeV2: wanted.qr_code_v2 ?? known.qrCodeV2,
      // Null takes the limit away, so it is not the same as leaving it out.
      rateLimit: wanted.rate_limit === undefined ? known.rateLimit : wanted.rate_limit,
    }
    store.write(() => store.merchants.put(merchant.merchantId, merchant))
    return c.json(viewMerchant(merchant))
  })
  return control
}
