import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureBuild } from '@/scripts/build/ensure-build'
import { ROOT } from '@/scripts/root'
import type { HttpServer } from '../../kit/http-server'
import { makeOrder } from '../../kit/orders'
import { openShop, type TestShop } from '../../kit/shop'
import { type ShopProcess, startShopProcess } from '../../kit/shop-process'
import { makeDataDir } from '../../kit/temp-dir'
import { waitFor } from '../../kit/wait-for'
import { createConnection } from '../connection'
import { createRandom } from '../random'
import { readWish } from '../wish'
import { makePayable, startGateway } from './gateway'
import { makeRequest, type Surface } from './requests'
import { send, watchHealth } from './send'
import { readState } from './state'
import { describeSigns, readVitalSigns, readWorst, watchInto } from './vital-signs'

const LANES = 16
/** Each case has a seed of its own, so that one can be sent again alone. */
const STEP = 7_919
/** Small, so that the collector works from the start instead of letting the heap grow. */
const HEAP_MB = 192
/** The heap, the code of the server and its buffers. */
const RESIDENT_LIMIT_MB = 512
/** Looks of two seconds each, in which the server still compiles and opens connections. */
const WARM_UP = 15
/** So many requests take longer than the server needs to warm up. */
const LONG = 50_000
/** Twice as many requests as this make a kilobyte that is kept by mistake visible. */
const GROWTH_LIMIT_MB = 64
/** How much longer others may wait for the event loop at the end than at the beginning. */
const DELAY_GROWTH_MS = 25
/** How long a health check, which does next to nothing, may wait for its turn. */
const WAIT_LIMIT_MS = 2_000

let shop: TestShop
let server: ShopProcess
let gateway: HttpServer
let surface: Surface
const folder = makeDataDir('fuzz')
const signsFile = join(folder, 'vital-signs.jsonl')

beforeAll(async () => {
  await ensureBuild({ say: console.log })
  shop = await openShop()
  gateway = await startGateway()
  const orders = [
    await makePayable(shop, gateway.url),
    ...(await Promise.all(
      (['settlement', 'expire', 'refund'] as const).map((status) => makeOrder(shop, { status })),
    )),
  ]
  server = await startShopProcess({
    databaseUrl: shop.databaseUrl,
    variables: {
      ...watchInto(signsFile, HEAP_MB),
      MIDTRANS_ENV: 'production',
      MIDTRANS_API_URL: gateway.url,
      MIDTRANS_SERVER_KEY: 'Mid-server-fuzz',
    },
  })
  surface = {
    origin: server.url,
    orderIds: orders.map(({ orderId }) => orderId),
    actions: readActions(),
  }
}, 240_000)
afterAll(async () => {
  await server?.stop()
  await gateway?.close()
  await shop?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The names that Next gave to the actions of this build. */
function readActions(): string[] {
  const file = join(ROOT, '.next', 'server', 'server-reference-manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { node: Record<string, unknown> }
  const names = Object.keys(manifest.node)
  if (names.length < 5) throw new Error('The build names no actions.')
  return names
}

const wish = readWish(process.env, 600)

test(`${wish.count} requests that no browser sends get no 5xx, and change nothing`, async () => {
  console.log(`fuzz shop: --seed=${wish.seed}`)
  const port = Number(new URL(server.url).port)
  const before = await readState(shop)
  const answers = new Map<number, number>()
  const kinds = new Map<string, number>()
  let next = wish.only ?? 0
  const end = wish.only === undefined ? wish.count : wish.only + 1
  const startedAt = performance.now()
  const lane = async () => {
    const connection = createConnection(port)
    while (next < end) {
      const number = next++
      const each = makeRequest(createRandom(wish.seed + number * STEP), surface)
      const answer = await send(connection, each).catch((error: Error) => error.message)
      const status = typeof answer === 'string' ? answer : answer.status
      if (typeof status === 'string' || status >= 500) {
        next = end
        throw new Error(
          `Case ${number} was answered with ${status}: npm run fuzz -- shop --seed=${wish.seed} --case=${number}\n` +
            `${each.head}${each.body}`.slice(0, 2_000),
        )
      }
      count(answers, status)
      count(kinds, each.kind)
      if (number % 10_000 === 0 && number > 0) tell(`${number} requests`, startedAt)
    }
    connection.close()
  }
  let isOver = false
  const health = watchHealth(port, () => isOver)
  // When a case fails, that is what is told.
  health.catch(() => {})
  await Promise.all(Array.from({ length: LANES }, lane)).finally(() => {
    isOver = true
  })
  const longest = await health
  tell(`sent ${JSON.stringify(Object.fromEntries(kinds))}`, startedAt)
  tell(`answers ${JSON.stringify(Object.fromEntries(answers))}`, startedAt)
  tell(`longest wait of a health check ${longest.toFixed(0)} ms`, startedAt)
  expect(await readState(shop)).toEqual(before)
  expect(longest).toBeLessThan(WAIT_LIMIT_MS)

  const worst = await waitFor('a look at the server', () => readWorst(signsFile))
  const { longestMs, heapMb, rssMb } = worst
  tell(
    `at most: event loop ${longestMs.toFixed(0)} ms late, heap ${heapMb.toFixed(0)} MB, resident ${rssMb.toFixed(0)} MB`,
    startedAt,
  )
  expect(longestMs).toBeLessThan(WAIT_LIMIT_MS)
  expect(rssMb).toBeLessThan(RESIDENT_LIMIT_MB)

  const signs = readVitalSigns(signsFile, WARM_UP)
  // Whether they grow only a longer run can tell, and one of this length has to.
  if (!signs) return expect(wish.count).toBeLessThan(LONG)
  for (const line of describeSigns(signs)) tell(line, startedAt)
  expect(signs.rssMb.late - signs.rssMb.early).toBeLessThan(GROWTH_LIMIT_MB)
  expect(signs.heapMb.late - signs.heapMb.early).toBeLessThan(GROWTH_LIMIT_MB)
  expect(signs.p99Ms.late - signs.p99Ms.early).toBeLessThan(DELAY_GROWTH_MS)
  expect(signs.resources.late - signs.resources.early).toBeLessThan(LANES)
}, 7_200_000)

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function tell(what: string, startedAt: number): void {
  console.log(`fuzz shop: ${((performance.now() - startedAt) / 1_000).toFixed(0)} s: ${what}`)
}
