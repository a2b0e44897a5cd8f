import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureBuild } from '@/scripts/build/ensure-build'
import { attachOrders } from '../kit/attach-orders'
import { SERVER_KEY } from '../kit/notifications'
import { placeOne } from '../kit/orders'
import { createSandboxClient } from '../kit/sandbox-client'
import { type ShopProcess, startShopProcess } from '../kit/shop-process'
import { openShopWithSandbox, type ShopWithSandbox } from '../kit/shop-with-sandbox'
import { makeDataDir } from '../kit/temp-dir'

let shop: ShopWithSandbox
let server: ShopProcess
beforeAll(async () => {
  await ensureBuild({ say: () => {} })
  shop = await openShopWithSandbox()
  server = await startShopProcess({ databaseUrl: shop.databaseUrl })
}, 240_000)
afterAll(async () => {
  await server.stop()
  await shop.close()
})

test('a failed test has the story of each order that it saw, and what Midtrans knows of it', async () => {
  const folder = makeDataDir('attached')
  mkdirSync(folder, { recursive: true })
  const attached = new Map<string, string>()
  const report = {
    outputPath: (...names: string[]) => join(folder, ...names),
    async attach(name: string, { body, path }: { body?: string | Buffer; path?: string } = {}) {
      attached.set(name, String(body ?? readFileSync(path ?? '', 'utf8')))
    },
  }
  const orderId = await placeOne()
  const nobodys = 'TKO-0123456789ABCDEFGHJKMNPQRS'
  const sandbox = createSandboxClient(shop.sandboxUrl, SERVER_KEY)
  await attachOrders(report, server.url, sandbox, [nobodys, orderId])

  const names = ['.txt', '.timeline.json', '.midtrans.json'].map((end) => orderId + end)
  expect([...attached.keys()]).toEqual(names)
  const [story = '', timeline = '', midtrans = ''] = names.map((name) => attached.get(name))
  expect(story).toMatch(new RegExp(`^${orderId} is pending\n`))
  expect(story).toMatch(/\+\d+\.\d{3} s attempt 1 call charge/)
  expect(JSON.parse(timeline)).toMatchObject({ orderId, status: 'pending' })
  expect(JSON.parse(midtrans).transactions).toMatchObject([
    { order_id: `${orderId}-1`, transaction_status: 'pending' },
  ])
})
