import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitFor } from '../kit/wait-for'
import type { Gate } from './support/boundary'
import {
  type CrashPoint,
  createCounter,
  describePoint,
  IS_FULL,
  leavesNewState,
} from './support/crash-points'
import { makeDue, place } from './support/journeys'
import { openOwnStage } from './support/own-stage'
import { expectAgreement } from './support/recovery'
import type { ShopProcess } from './support/shop-process'
import { createSluice, type Sluice } from './support/sluice'
import type { Stage, Victim } from './support/stage'

/** Leases of 0.6 s. */
const SCALE = 0.05
/** What a killed process may cost a row: one lease, under 15 s. */
const ONE_LEASE_MS = 15_000
/** The same at this scale, in seconds. */
const LEASE = 12 * SCALE

let stage: Stage
let helper: ShopProcess
beforeAll(async () => {
  stage = await openOwnStage(SCALE)
  helper = await stage.startShop()
})
afterAll(() => stage?.close())

/** What one round of the worker brings to an end. */
type Round = {
  name: string
  /** Makes an order that needs it; returns its id. */
  prepare(): Promise<string>
  /** Finds the order of this id once it is where the round leaves it. */
  done: string
  /** Where a process is killed in every run. */
  isWanted(point: CrashPoint): boolean
}

const rounds: Round[] = [
  {
    name: 'reconciling a payment, up to its hook',
    async prepare() {
      const { orderId } = await place(stage, helper.url, 1)
      await stage.sandbox.pay(`${orderId}-1`)
      return orderId
    },
    done: `SELECT FROM orders WHERE id = $1 AND status = 'paid' AND paid_hook_done_at IS NOT NULL`,
    // The leases and the hook. A shopper who comes back makes the shop do the rest, in the other matrix.
    isWanted: ({ side, what }) => side === 'after' && /^(UPDATE|WITH)/.test(what),
  },
  {
    name: 'expiring a payment that Midtrans still has open',
    async prepare() {
      const { orderId } = await place(stage, helper.url, 1)
      await stage.sql(
        `UPDATE payment SET expires_at = now() - interval '1 second' WHERE order_id = $1`,
        [orderId],
      )
      return orderId
    },
    done: `SELECT FROM orders WHERE id = $1 AND status = 'expired'`,
    isWanted: ({ side, what }) => side === 'after' && what === 'POST /v2/{id}/expire',
  },
  {
    name: 'recovering a lost charge answer',
    async prepare() {
      const email = `lost.${crypto.randomUUID()}@example.com`
      const match = { email }
      await stage.sandbox.setFaults([{ match, on: 'charge', fault: 'truncated_json', times: 1 }])
      return (await place(stage, helper.url, 1, email)).orderId
    },
    done: `SELECT FROM payment WHERE order_id = $1 AND status = 'pending' AND charge_response <> ''`,
    isWanted: leavesNewState,
  },
]

async function isDone({ done }: Round, orderId: string): Promise<boolean> {
  return (await stage.sql(done, [orderId])).length === 1
}

/** A process with a worker, and the sluice that all of its messages go through. */
type Worker = { victim: Victim; sluice: Sluice }

async function startWorker(scheduleScale = SCALE): Promise<Worker> {
  const victim = await stage.startVictim({ worker: 'inline', scheduleScale })
  const sluice = createSluice()
  victim.setGate(sluice.gate)
  return { victim, sluice }
}

/** Makes an order due, and no other, between two messages of the worker; `gate` gets all that follow. */
async function startRound({ sluice }: Worker, orderId: string, gate: Gate): Promise<void> {
  await sluice.shut()
  await stage.sql(`UPDATE payment SET next_check_at = next_check_at + interval '1 hour'`)
  await makeDue(stage, orderId)
  sluice.open(gate)
}

const everything = { concerns: () => true }

/** A new order that no worker looks at before its round. */
async function prepareUnseen(round: Round): Promise<string> {
  const orderId = await round.prepare()
  await stage.sql(
    `UPDATE payment SET next_check_at = now() + interval '1 hour' WHERE order_id = $1`,
    [orderId],
  )
  return orderId
}

/** Lets the worker do all it does for one order. */
async function listPoints(round: Round): Promise<CrashPoint[]> {
  const orderId = await prepareUnseen(round)
  const worker = await startWorker()
  const points: CrashPoint[] = []
  const count = createCounter(everything)
  await startRound(worker, orderId, (boundary) => {
    const { side, what } = boundary
    points.push({ journey: round.name, side, what, nth: count(boundary) })
    return 'pass'
  })
  await waitFor(round.name, () => isDone(round, orderId))
  await worker.victim.kill()
  return points
}

async function crashAt(point: CrashPoint, worker: Worker, orderId: string): Promise<void> {
  const count = createCounter(everything)
  let tellHeld: (held: true) => void
  const held = new Promise<true>((resolve) => {
    tellHeld = resolve
  })
  await startRound(worker, orderId, (boundary) => {
    const nth = count(boundary)
    const isHere = boundary.side === point.side && boundary.what === point.what
    if (!isHere || nth !== point.nth) return 'pass'
    tellHeld(true)
    return 'hold'
  })
  await held
  await worker.victim.kill()
}

/** Seconds until somebody else may work on the order, by the database's clock. */
async function secondsUntilFree(orderId: string): Promise<number> {
  const [row] = await stage.sql<{ seconds: number | null }>(
    `SELECT extract(epoch FROM GREATEST(max(leased_until), max(paid_hook_due_at)) - now())::float8
       AS seconds
     FROM payment JOIN orders ON orders.id = order_id WHERE order_id = $1`,
    [orderId],
  )
  return row?.seconds ?? 0
}

async function crashEverywhere(round: Round): Promise<void> {
  const all = await listPoints(round)
  const points = IS_FULL ? all : all.filter(round.isWanted)
  console.log(`${points.length} places to be killed at:\n${points.map(describePoint).join('\n')}`)
  let left: string | undefined
  for (const point of points) {
    const orderId = await prepareUnseen(round)
    const worker = await startWorker()
    // This process first brings to an end what the one before it had begun.
    await waitForEnd(round, left)
    await crashAt(point, worker, orderId)
    expect(await secondsUntilFree(orderId), describePoint(point)).toBeLessThanOrEqual(LEASE)
    left = orderId
  }
  const last = await stage.startShop({ worker: 'inline' })
  await waitForEnd(round, left)
  await expectAgreement(stage, ONE_LEASE_MS)
  await last.kill()
}

async function waitForEnd(round: Round, orderId: string | undefined): Promise<void> {
  if (orderId) await waitFor(round.name, () => isDone(round, orderId), ONE_LEASE_MS)
}

test.each(rounds)(
  'a worker that is killed while $name costs the row one lease',
  crashEverywhere,
  IS_FULL ? 900_000 : 300_000,
)

test.runIf(IS_FULL)(
  'at the delays of production a row of a killed worker waits less than fifteen seconds',
  async () => {
    const [reconciling] = rounds
    if (!reconciling) throw new Error('no round')
    // Just after the lease: the whole of it is still to come.
    const point = {
      journey: reconciling.name,
      side: 'after',
      what: 'WITH payment',
      nth: 1,
    } as const
    const orderId = await prepareUnseen(reconciling)
    await crashAt(point, await startWorker(1), orderId)
    const killed = Date.now()
    const heir = await stage.startShop({ worker: 'inline', scheduleScale: 1 })
    await waitFor(reconciling.name, () => isDone(reconciling, orderId), ONE_LEASE_MS)
    console.log(`the row waited ${Date.now() - killed} ms`)
    expect(Date.now() - killed).toBeLessThan(ONE_LEASE_MS)
    await heir.kill()
  },
)
