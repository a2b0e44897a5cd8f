import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureBuild } from '@/scripts/build/ensure-build'
import { makeOrder } from '../../kit/orders'
import { openShop, type TestShop } from '../../kit/shop'
import { type ShopProcess, startShopProcess } from '../../kit/shop-process'
import { readWish } from '../wish'
import type { Case, Target } from './case'
import { BATCH, makeBatch } from './cases'
import { MERCHANT_ID } from './forgeries'
import { createPoster, type Poster } from './post'

const CONNECTIONS = 8
/** Until here the server still compiles, opens connections and prepares statements. */
const WARM_UP = 2_000
/** Small, so that the collector works from the start instead of letting the heap grow. */
const HEAP = '--max-old-space-size=128 --max-semi-space-size=2'
/**
 * What the server may grow by after the warm-up: buffers and code that the heap does not count. One body
 * kept by mistake, as bytes, text and object, is three kilobytes or more: a hundred thousand of them would
 * be several times this, and the small heap would have ended the server long before.
 */
const GROWTH_LIMIT_MB = 64

let shop: TestShop
let server: ShopProcess
let poster: Poster
let targets: Target[]
beforeAll(async () => {
  await ensureBuild({ say: console.log })
  shop = await openShop()
  targets = [
    await makeOrder(shop),
    await makeOrder(shop, { status: 'settlement' }),
    await makeOrder(shop, { status: 'expire' }),
    await makeOrder(shop, { status: 'refund' }),
  ]
  const variables = { MIDTRANS_MERCHANT_ID: MERCHANT_ID, NODE_OPTIONS: HEAP }
  server = await startShopProcess({ databaseUrl: shop.databaseUrl, variables })
  poster = createPoster(`${server.url}/api/midtrans/notification`, CONNECTIONS)
}, 180_000)
afterAll(async () => {
  poster?.close()
  await server?.stop()
  await shop?.close()
})

/** Everything that could be paid, sold or refunded by mistake. Marks for a person may be added. */
async function readState(): Promise<object[]> {
  const tables = ['payment', 'orders', 'order_item', 'product']
  const rows = tables.map((table) =>
    shop.sql(`SELECT to_jsonb(row) - 'attention' AS row FROM ${table} AS row ORDER BY row::text`),
  )
  return (await Promise.all(rows)).flat()
}

/** Resident memory of the server, in MB. Undefined where there is no /proc. */
function readMemory(): number | undefined {
  try {
    const status = readFileSync(`/proc/${server.pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
  } catch {
    return undefined
  }
}

const wish = readWish(process.env, 5_000)
const hashOf = (body: Buffer) => createHash('sha256').update(body.toString('utf8')).digest('hex')
const stored = new Set<string>()

async function send(each: Case, number: number): Promise<void> {
  const answer = await poster.post(each).catch((error: Error) => error.message)
  if (!each.allowed.includes(answer)) {
    throw new Error(
      [
        `Case ${number} (${each.kind}) was answered with ${answer}, not with ${each.allowed.join(' or ')}.`,
        `Replay: npm run fuzz -- notification --seed=${wish.seed} --case=${number}`,
        each.body.toString('utf8').slice(0, 1_000),
      ].join('\n'),
    )
  }
  if (answer.startsWith('200')) stored.add(hashOf(each.body))
}

test(`${wish.count} bad bodies get the answer they deserve, and change nothing`, async () => {
  console.log(`fuzz notification: --seed=${wish.seed}`)
  const before = await readState()
  let warm: number | undefined
  const first = Math.floor((wish.only ?? 0) / BATCH) * BATCH
  const end = wish.only === undefined ? wish.count : first + 1
  for (let start = first; start < end; start += BATCH) {
    const cases = makeBatch(targets, wish.seed, start / BATCH)
    let next = 0
    const lane = async () => {
      while (next < cases.length) {
        const number = start + next
        const each = cases[next++]
        if (each && (wish.only ?? number) === number) await send(each, number)
      }
    }
    await Promise.all(Array.from({ length: CONNECTIONS }, lane))
    if (start + BATCH === WARM_UP) warm = readMemory()
    if (start % 10_000 === 9_500)
      console.log(`fuzz notification: ${start + BATCH}, ${readMemory()} MB`)
  }
  const growth = warm === undefined ? 0 : (readMemory() ?? 0) - warm
  console.log(`fuzz notification: the server grew by ${growth.toFixed(0)} MB after its warm-up`)
  expect(growth).toBeLessThan(GROWTH_LIMIT_MB)
  expect(await readState()).toEqual(before)
}, 3_600_000)

test('every body that was answered 200 is stored, and no other', async () => {
  const rows = await shop.sql<{ hash: string }>(
    'SELECT DISTINCT body_sha256 AS hash FROM payment_event',
  )
  expect(new Set(rows.map(({ hash }) => hash))).toEqual(stored)
})
