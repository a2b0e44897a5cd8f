import { afterAll, beforeAll, expect, test } from 'vitest'
import { type HttpServer, sendJson, serveHttp } from '../kit/http-server'
import { MULTIPART, writeMultipart } from '../kit/multipart'
import { sendRaw } from '../kit/raw-http'
import { openTarget, type Target } from './stage'

const EVIL = 'evil.example'

let midtrans: HttpServer
let target: Target
beforeAll(async () => {
  midtrans = await serveHttp((_, response) => sendJson(response, 503, { status_code: '503' }))
  target = await openTarget({ MIDTRANS_API_URL: midtrans.url })
}, 240_000)
afterAll(async () => {
  await target.close()
  await midtrans.close()
})

const HEADERS = {
  Host: EVIL,
  'X-Forwarded-Host': EVIL,
  'X-Forwarded-Proto': 'https',
  Forwarded: `host=${EVIL};proto=https`,
  'X-Original-URL': `https://${EVIL}/`,
  'X-Override-Notification': `https://${EVIL}/`,
  'X-Append-Notification': `https://${EVIL}/`,
}

test('another Host changes no address that the shop hands out', async () => {
  const { url } = target.server
  const shopper = target.shopper()
  const form = await shopper.openCheckout(url)
  const body = writeMultipart(form)
  const placed = await sendRaw(`${url}/checkout`, {
    method: 'POST',
    body,
    headers: {
      ...HEADERS,
      Origin: url,
      Cookie: shopper.cookie(),
      'Content-Type': MULTIPART,
      'Content-Length': `${Buffer.byteLength(body)}`,
    },
  })
  expect(placed.status).toBe(303)
  expect(JSON.stringify(placed.headers)).not.toContain(EVIL)
  const [charge] = midtrans.requests.filter(({ path }) => path === '/v2/charge')
  expect(charge?.headers['x-override-notification']).toBe(`${url}/api/midtrans/notification`)
  expect(charge?.headers).not.toHaveProperty('x-append-notification')
  expect(JSON.parse(charge?.body ?? '').gopay.callback_url).toMatch(
    new RegExp(`^${url}/orders/TKO-\\w{26}/finish$`),
  )
  expect(JSON.stringify(midtrans.requests)).not.toContain(EVIL)
})

test.each(['/', '/products/kopi-gayo', '/help', '/robots.txt', '/sitemap.xml'])(
  'and no address that %s names',
  async (path) => {
    const { status, text, headers } = await sendRaw(target.server.url + path, { headers: HEADERS })
    expect(status).toBe(200)
    expect(text + JSON.stringify(headers)).not.toContain(EVIL)
  },
)
