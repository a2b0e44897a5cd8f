import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureBuild } from '@/scripts/build/ensure-build'
import { makeOrder } from '../../kit/orders'
import { openShop, type TestShop } from '../../kit/shop'
import { type ShopProcess, startShopProcess } from '../../kit/shop-process'
import { createRandom } from '../sandbox/random'
import { readWish } from '../wish'
import { type FuzzRequest, makeRequest, type Surface } from './requests'

const LANES = 8
/** Each case has a seed of its own, so that one can be sent again alone. */
const STEP = 7_919
const WARM_UP = 300
const GROWTH_LIMIT_MB = 150
/** How long a health check, which does next to nothing, may wait for its turn. */
const DELAY_LIMIT_MS = 2_000

let shop: TestShop
let server: ShopProcess
let surface: Surface
const agent = new Agent({ keepAlive: true, maxSockets: LANES + 1 })
beforeAll(async () => {
  await ensureBuild({ say: console.log })
  shop = await openShop()
  const orders = await Promise.all(
    (['pending', 'settlement', 'expire', 'refund'] as const).map((status) =>
      makeOrder(shop, { status }),
    ),
  )
  server = await startShopProcess({
    databaseUrl: shop.databaseUrl,
    variables: {
      NODE_OPTIONS: '--max-old-space-size=256',
      MIDTRANS_ENV: 'production',
      MIDTRANS_SERVER_KEY: 'Mid-server-fuzz',
    },
  })
  const pages = ['/', '/products/kopi-gayo', '/cart', '/checkout']
  const texts = await Promise.all(
    pages.map(async (path) => (await fetch(server.url + path)).text()),
  )
  const actions = [...new Set(texts.join().match(/\b[0-9a-f]{42}\b/g) ?? [])]
  if (actions.length === 0) throw new Error('No page names an action.')
  surface = { origin: server.url, orderIds: orders.map(({ orderId }) => orderId), actions }
}, 240_000)
afterAll(async () => {
  agent.destroy()
  await server?.stop()
  await shop?.close()
})

function send({ method, path, headers, body, isStream }: FuzzRequest): Promise<number> {
  return new Promise((resolve, reject) => {
    const length = body ? { 'Content-Length': String(body.length) } : {}
    const options = { agent, method, headers: { ...headers, ...length } }
    // Through `URL` a path would be put in order first.
    const { hostname, port } = new URL(server.url)
    const call = request({ hostname, port, path, ...options }, (answer) => {
      const { statusCode = 0 } = answer
      if (isStream) {
        call.destroy()
        return resolve(statusCode)
      }
      answer.on('end', () => resolve(statusCode)).resume()
    })
    call.setTimeout(15_000, () => call.destroy(new Error('no answer within 15 s')))
    call.on('error', reject)
    call.end(body)
  })
}

/** All that could be paid, sold or told. That Midtrans was asked, as on the way back from a wallet, is no change. */
async function readState(): Promise<object[]> {
  const asked = `'{asked_at,leased_by,leased_until,next_check_at}'::text[]`
  const tables = [
    'payment',
    'orders',
    'order_item',
    'product',
    "payment_event WHERE source <> 'status'",
  ]
  const rows = tables.map((table) => {
    const [name = '', condition = 'true'] = table.split(' WHERE ')
    return shop.sql(
      `SELECT to_jsonb(${name}) - ${asked} AS row FROM ${name} WHERE ${condition} ORDER BY 1`,
    )
  })
  return (await Promise.all(rows)).flat()
}

function readMemory(): number {
  try {
    return (
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024
    )
  } catch {
    return 0
  }
}

const wish = readWish(process.env, 600)

test(`${wish.count} requests that no browser sends get no 5xx, and change nothing`, async () => {
  console.log(`fuzz shop: --seed=${wish.seed}`)
  const before = await readState()
  const answers = new Map<number, number>()
  let next = wish.only ?? 0
  const end = wish.only === undefined ? wish.count : wish.only + 1
  let warm: number | undefined
  let longest = 0
  const lane = async () => {
    while (next < end) {
      const number = next++
      const each = makeRequest(createRandom(wish.seed + number * STEP), surface)
      const status = await send(each).catch((error: Error) => {
        throw new Error(`Case ${number}: ${error.message}: ${JSON.stringify(each).slice(0, 600)}`)
      })
      answers.set(status, (answers.get(status) ?? 0) + 1)
      if (status >= 500) {
        throw new Error(
          `Case ${number} was answered with ${status}: npm run fuzz -- shop --seed=${wish.seed} --case=${number}\n` +
            `${JSON.stringify({ ...each, body: each.body?.toString() }).slice(0, 2_000)}`,
        )
      }
      if (number === WARM_UP) warm = readMemory()
      if (number % 200 !== 0) continue
      const asked = performance.now()
      expect(await send({ method: 'GET', path: '/api/health', headers: {} })).toBe(200)
      longest = Math.max(longest, performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  const growth = warm === undefined ? 0 : readMemory() - warm
  console.log(
    `fuzz shop: ${JSON.stringify(Object.fromEntries(answers))}, grew by ${growth.toFixed(0)} MB, ` +
      `longest wait of a health check ${longest.toFixed(0)} ms`,
  )
  expect(await readState()).toEqual(before)
  expect(growth).toBeLessThan(GROWTH_LIMIT_MB)
  expect(longest).toBeLessThan(DELAY_LIMIT_MS)
}, 7_200_000)
