import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { promisify } from 'node:util'
import { migrate } from '@/prisma/migrate'
import { removePostgres } from '@/scripts/postgres/remove'
import { ROOT } from '@/scripts/root'
import { tellRows } from '@/tests/kit/read-rows'
import { makeDataDir } from '@/tests/kit/temp-dir'
import { awaitAgreement } from '../support/agreement'
import { countStock, findUnstored } from '../support/rules'
import { openStage, type Stage } from '../support/stage'
import { createChance } from './chance'
import { type FragileDatabase, startFragileDatabase } from './database'
import { planDisturbances } from './disturbances'
import { type Fleet, startFleet } from './fleet'
import { createGatewayFaults } from './gateway-faults'
import { createPostman } from './postman'
import { type Visit, visit } from './shoppers'
import type { Size } from './size'

export type StormReport = {
  seed: number
  visits: Visit[]
  /** Shoppers who came to a dead end, and how. */
  deadEnds: string[]
  calls: number
  faults: number
  kills: number
  databaseStops: number
  notifications: { originals: number; copies: number; forged: number; believedForgeries: number }
  /** Milliseconds from the end of the faults until all agreed. */
  agreedAfter: number
  /** What is wrong, in sentences. Empty when every rule holds. */
  wrong: string[]
  statuses: Record<string, number>
  hooks: { orders: number; runs: number }
}

const PROCESSES = 2
/** Leases of 0.6 s, the first Get Status after 3 s, the next after 15 s. */
const SCALE = 0.05
const AGREEMENT_MS = 30_000

/** Everything at once, then peace; what shop and Midtrans still disagree on is in the report. */
export async function raiseStorm(
  size: Size,
  seed: number,
  say: (line: string) => void,
): Promise<StormReport> {
  const dataDir = makeDataDir('chaos')
  const database = await startFragileDatabase(dataDir)
  try {
    await migrate(database.url)
    await promisify(execFile)(process.execPath, ['--import', 'tsx', 'prisma/seed.ts'], {
      cwd: ROOT,
      env: { ...process.env, DATABASE_URL: database.url },
    })
    const stage = await openStage(database.url, SCALE)
    try {
      await stage.sql('UPDATE product SET stock = 1000000')
      const fleet = await startFleet(stage, PROCESSES)
      const report = await rage(stage, fleet, database, size, seed, say)
      await tellRows(database.url)
      return report
    } finally {
      await stage.close()
    }
  } finally {
    await database.stop()
    await removePostgres(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function rage(
  stage: Stage,
  fleet: Fleet,
  database: FragileDatabase,
  size: Size,
  seed: number,
  say: (line: string) => void,
): Promise<StormReport> {
  const chance = createChance(seed)
  const goods = await countStock(stage.sql)
  const faults = createGatewayFaults(chance)
  const postman = createPostman(chance, size, stage.front.url)
  const disturbances = planDisturbances(chance, size, fleet, database, postman)
  stage.midtrans.setGate(faults.gate)
  stage.front.setGate(postman.gate)

  const visits: Visit[] = []
  const deadEnds: string[] = []
  let entered = 0
  const everyTenth = Math.max(1, Math.floor(size.orders / 10))
  async function letIn(): Promise<void> {
    while (entered < size.orders) {
      const index = entered
      entered += 1
      await disturbances.reach(index)
      await visit(stage, chance, index).then(
        (done) => visits.push(done),
        (error: Error) => deadEnds.push(error.message),
      )
      const done = visits.length + deadEnds.length
      if (done % everyTenth === 0) {
        const { kills, databaseStops } = disturbances.counts()
        say(
          `${done} shoppers served, ${faults.faults()} gateway faults, ${kills} kills, ${databaseStops} stops`,
        )
      }
    }
  }
  await Promise.all(Array.from({ length: size.crowd }, letIn))
  await disturbances.finish()
  await postman.finish()

  faults.stop()
  postman.stopFaults()
  say('all faults have stopped')
  const calm = Date.now()
  const wrong = await awaitAgreement(stage, AGREEMENT_MS)
  const agreedAfter = Date.now() - calm

  const isSame = JSON.stringify(await countStock(stage.sql)) === JSON.stringify(goods)
  if (!isSame) wrong.push('stock and held stock together have changed')
  const unstored = await findUnstored(stage.sql, postman.acknowledged)
  if (unstored.length > 0) wrong.push(`${unstored.length} bodies were answered 2xx and not stored`)
  const notifications = postman.counts()
  if (notifications.believedForgeries > 0) {
    wrong.push(`${notifications.believedForgeries} forged notifications were taken for real`)
  }
  wrong.push(...deadEnds)
  const statuses = await stage.sql<{ status: string; count: number }>(
    'SELECT status, count(*)::int FROM orders GROUP BY status ORDER BY status',
  )
  const runs = [...fleet.hooks.values()].reduce((sum, count) => sum + count, 0)
  return {
    seed,
    visits,
    deadEnds,
    calls: faults.calls(),
    faults: faults.faults(),
    ...disturbances.counts(),
    notifications,
    agreedAfter,
    wrong,
    statuses: Object.fromEntries(statuses.map(({ status, count }) => [status, count])),
    hooks: { orders: fleet.hooks.size, runs },
  }
}
