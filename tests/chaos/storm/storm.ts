import { tellRows } from '@/tests/kit/read-rows'
import { awaitAgreement } from '../support/agreement'
import { type FragileDatabase, openFragileDatabase } from '../support/fragile-database'
import { countStock } from '../support/rules'
import { openStage, type Stage } from '../support/stage'
import { type Cashier, createCashier, type RefundCounts } from './cashier'
import { type Chance, createChance } from './chance'
import { planDisturbances } from './disturbances'
import { type Fleet, startFleet } from './fleet'
import { createGatewayFaults } from './gateway-faults'
import { createPostman } from './postman'
import { startRefundDesk } from './refund-desk'
import { type Visit, visit } from './shoppers'
import type { Size } from './size'
import { type Counted, findBrokenPromises, findTooCalm } from './verdict'

export type StormReport = Counted & {
  seed: number
  visits: Visit[]
  /** Shoppers who came to a dead end, and how. */
  deadEnds: string[]
  refunds: RefundCounts
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
/** Long enough for Midtrans's first retry of a notification, two minutes after it failed. */
const RETRY_SECONDS = 125

/** Everything at once, then peace; what shop and Midtrans still disagree on is in the report. */
export async function raiseStorm(
  size: Size,
  seed: number,
  say: (line: string) => void,
): Promise<StormReport> {
  const database = await openFragileDatabase()
  try {
    const stage = await openStage(database, SCALE)
    try {
      await stage.sql('UPDATE product SET stock = 1000000')
      const desk = await startRefundDesk(stage.settings)
      const chance = createChance(seed)
      const cashier = createCashier(stage, chance, desk)
      try {
        const fleet = await startFleet(stage, PROCESSES)
        const report = await rage({ stage, fleet, database, cashier, chance, size, seed, say })
        await tellRows(database.url)
        return report
      } finally {
        await desk.stop()
      }
    } finally {
      await stage.close()
    }
  } finally {
    await database.close()
  }
}

type Scene = {
  stage: Stage
  fleet: Fleet
  database: FragileDatabase
  cashier: Cashier
  chance: Chance
  size: Size
  seed: number
  say: (line: string) => void
}

async function rage(scene: Scene): Promise<StormReport> {
  const { stage, fleet, database, cashier, chance, size, seed, say } = scene
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
        (done) => {
          visits.push(done)
          if (done.mayBePaid) cashier.serve(done.email, done.orderId)
        },
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
  deadEnds.push(...(await cashier.finish()))
  await postman.finish()

  faults.stop()
  postman.stopFaults()
  say('all faults have stopped')
  const calm = Date.now()
  await stage.desk.advance(RETRY_SECONDS)
  const wrong = await awaitAgreement(stage, AGREEMENT_MS - (Date.now() - calm))
  const agreedAfter = Date.now() - calm

  const isSame = JSON.stringify(await countStock(stage.sql)) === JSON.stringify(goods)
  if (!isSame) wrong.push('stock and held stock together have changed')
  const { kills, databaseStops } = disturbances.counts()
  const interruptions = kills + databaseStops * PROCESSES
  const broken = await findBrokenPromises(stage.sql, fleet, cashier, postman, interruptions)
  wrong.push(...broken, ...deadEnds)
  const counted: Counted = {
    calls: faults.calls(),
    faults: faults.faults(),
    ...disturbances.counts(),
    notifications: postman.counts(),
  }
  wrong.push(...findTooCalm(size, counted))
  const statuses = await stage.sql<{ status: string; count: number }>(
    'SELECT status, count(*)::int FROM orders GROUP BY status ORDER BY status',
  )
  const runs = [...fleet.hooks.values()].reduce((sum, count) => sum + count, 0)
  return {
    seed,
    visits,
    deadEnds,
    ...counted,
    refunds: cashier.counts(),
    agreedAfter,
    wrong,
    statuses: Object.fromEntries(statuses.map(({ status, count }) => [status, count])),
    hooks: { orders: fleet.hooks.size, runs },
  }
}
