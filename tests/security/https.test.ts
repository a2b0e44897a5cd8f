import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureBuild } from '@/scripts/build/ensure-build'
import { sendRaw } from '../kit/raw-http'
import { openShop, type TestShop } from '../kit/shop'
import { type ShopProcess, startShopProcess } from '../kit/shop-process'

let shop: TestShop
let server: ShopProcess
beforeAll(async () => {
  await ensureBuild({ say: () => {} })
  shop = await openShop()
  server = await startShopProcess({
    databaseUrl: shop.databaseUrl,
    variables: {
      APP_URL: 'https://shop.example',
      MIDTRANS_ENV: 'sandbox',
      MIDTRANS_API_URL: '',
      TRUSTED_PROXIES: '1',
      LIMIT_MISSED_LOOKUPS: '2',
    },
  })
}, 240_000)
afterAll(async () => {
  await server.stop()
  await shop.close()
})

test('a shop with https asks to be reached by it alone, on pages and refusals', async () => {
  for (const path of ['/', '/nowhere', '/%F0%9F']) {
    const { headers } = await sendRaw(server.url + path)
    expect(headers['strict-transport-security']).toMatch(/max-age=63072000/)
  }
  const page = await sendRaw(`${server.url}/`)
  expect(page.headers['content-security-policy']).toContain('upgrade-insecure-requests')
  expect(page.headers['content-security-policy']).toMatch(
    /img-src 'self' https:\/\/api\.sandbox\.midtrans\.com;/,
  )
})

test('its cookies belong to it alone, and no script reads them', async () => {
  const { headers } = await sendRaw(`${server.url}/`)
  for (const part of ['__Host-tokoku-browser=', 'Path=/', 'Secure', 'HttpOnly', 'SameSite=lax']) {
    expect(headers['set-cookie']?.toLowerCase()).toContain(part.toLowerCase())
  }
  expect(headers['set-cookie']).not.toMatch(/domain=/i)
})

test('what is not there is not there behind a proxy that speaks https either', async () => {
  for (const proto of ['https', 'http', 'https://evil.example']) {
    const headers = { 'X-Forwarded-Proto': proto, 'X-Forwarded-For': '203.0.113.77' }
    const page = await sendRaw(`${server.url}/products/nothing-like-it`, { headers })
    expect([proto, page.status]).toEqual([proto, 404])
    expect(page.text).toContain('<h1')
  }
})

test('behind a proxy of ours each client has limits of its own, and cannot pass for another', async () => {
  const look = (forwarded: string) =>
    sendRaw(`${server.url}/orders/TKO-0123456789ABCDEFGHJKMNPQRS`, {
      headers: { 'X-Forwarded-For': forwarded },
    }).then(({ status }) => status)
  const claims = ['203.0.113.1', '1.1.1.1, 203.0.113.1', '2.2.2.2, 203.0.113.1']
  const statuses = []
  for (const claim of claims) statuses.push(await look(claim))
  expect(statuses).toEqual([404, 404, 429])
  expect(await look('203.0.113.1, 203.0.113.2')).toBe(404)
})
