import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inBatches } from '../kit/batches'
import {
  type CrashPoint,
  describePoint,
  IS_FULL,
  interruptAt,
  leavesNewState,
  listCrashPoints,
} from './support/crash-points'
import { type Journey, journeys, type Traveller } from './support/journeys'
import { openOwnStage } from './support/own-stage'
import { browse, expectAgreement, expectWayOn, payEverything } from './support/recovery'
import { countStock, findUnstored } from './support/rules'
import type { ShopProcess } from './support/shop-process'
import type { Stage, Victim } from './support/stage'

/** A lease of 1.2 s: longer than a process is held before it is killed. */
const SCALE = 0.1
/** Orders that are stopped in one process before it is killed: each holds a connection of its sixteen. */
const GROUP = 10
/** Long enough for a notification's first retry, two minutes after it failed. */
const RETRY_SECONDS = 125
let stage: Stage
let helper: ShopProcess
beforeAll(async () => {
  stage = await openOwnStage(SCALE)
  helper = await stage.startShop()
  // Every order of a group has a product of its own, for all that are stopped inside a transaction.
  await stage.sql('UPDATE product SET stock = 100000')
})
afterAll(() => stage?.close())

const productOf = (index: number): number => (index % GROUP) + 1

/** An order, and where the process that worked on it was killed, or cut off from others. */
type Stopped = { point: CrashPoint; traveller: Traveller }

/** A place to be killed at, and the journey that comes by it. */
type Stop = { point: CrashPoint; journey: Journey }

async function listAllStops(): Promise<Stop[]> {
  const victim = await stage.startVictim()
  const stops: Stop[] = []
  for (const journey of journeys) {
    const traveller = await journey.prepare(stage, helper.url, 1)
    const points = await listCrashPoints(journey, victim, traveller)
    stops.push(...points.map((point) => ({ point, journey })))
  }
  await victim.kill()
  // It is one statement, and holds no connection between two.
  const isTransaction = ({ point }: Stop) => point.journey === 'notifying' && point.what === 'BEGIN'
  expect(stops.filter(isTransaction)).toEqual([])
  return IS_FULL ? stops : stops.filter(({ point }, i) => i === 0 || leavesNewState(point))
}

function prepareGroup(group: Stop[]): Promise<Traveller[]> {
  const numbered = group.map(({ journey }, i) => ({ journey, productId: productOf(i) }))
  return inBatches(numbered, 3, ({ journey, productId }) =>
    journey.prepare(stage, helper.url, productId),
  )
}

/** Stops each traveller at its point and kills the process that all of them are in. */
async function crash(victim: Victim, group: Stop[], travellers: Traveller[]) {
  const missed: string[] = []
  for (const [i, { point }] of group.entries()) {
    const traveller = travellers[i]
    if (!traveller) continue
    if (!(await interruptAt(point, 'hold', victim, traveller))) missed.push(describePoint(point))
  }
  await victim.kill()
  return missed
}

test(
  'wherever a process is killed, the next one brings every order to a good end',
  async () => {
    const goods = await countStock(stage.sql)
    const stops = await listAllStops()
    const names = stops.map(({ point }) => describePoint(point))
    console.log(`${names.length} places to be killed at:\n${names.join('\n')}`)
    const groups: Stop[][] = []
    for (let i = 0; i < stops.length; i += GROUP) groups.push(stops.slice(i, i + GROUP))

    const killed: Stopped[] = []
    const missed: string[] = []
    // The next process starts, and the next orders come about, while this one is brought to its end.
    const setUp = (group: Stop[]) => Promise.all([stage.startVictim(), prepareGroup(group)])
    let next = setUp(groups[0] ?? [])
    for (const [i, group] of groups.entries()) {
      const [victim, travellers] = await next
      const following = groups[i + 1]
      if (following) next = setUp(following)
      missed.push(...(await crash(victim, group, travellers)))
      group.forEach(({ point }, at) => {
        const traveller = travellers[at]
        if (traveller) killed.push({ point, traveller })
      })
    }
    expect(missed, 'places that were not reached the second time').toEqual([])
    expect(await findUnstored(stage.sql, listAnswered(killed))).toEqual([])

    await expectGoodEnds(killed)
    expect(await countStock(stage.sql)).toEqual(goods)
  },
  IS_FULL ? 900_000 : 300_000,
)

test(
  'wherever a connection is cut, the shop lives on and brings every order to a good end',
  async () => {
    const goods = await countStock(stage.sql)
    const victim = await stage.startVictim()
    const cut: Stopped[] = []
    const missed: string[] = []
    const stops = await listAllStops()
    for (const [i, { point, journey }] of stops.entries()) {
      const traveller = await journey.prepare(stage, helper.url, productOf(i))
      const isReached = await interruptAt(point, 'cut', victim, traveller)
      if (!isReached) missed.push(describePoint(point))
      cut.push({ point, traveller })
    }
    expect(missed, 'places that were not reached the second time').toEqual([])
    expect(await findUnstored(stage.sql, listAnswered(cut))).toEqual([])
    expect((await fetch(`${victim.shop.url}/api/health`)).status).toBe(200)
    await victim.kill()
    await expectGoodEnds(cut)
    expect(await countStock(stage.sql)).toEqual(goods)
  },
  IS_FULL ? 900_000 : 300_000,
)

/** Everyone goes on as people do, Midtrans tries again, and what is left is the worker's. */
async function expectGoodEnds(stopped: Stopped[]): Promise<void> {
  const shop = await stage.startShop({ worker: 'inline' })
  stage.front.setTarget(() => shop.url)
  await inBatches(stopped, 8, async ({ point, traveller }) => {
    const { shopper } = traveller
    // Whoever got no answer presses the button once more; everyone else reloads the order's page.
    if (!traveller.orderId) await traveller.act(shop.url)
    const orderId = traveller.orderId ?? (await findOrder(shopper.placementKey))
    expectWayOn(await browse(shopper, shop.url, `/orders/${orderId}`), describePoint(point))
  })
  await stage.desk.advance(RETRY_SECONDS)
  await expectAgreement(stage, 60_000).catch((error: Error) => {
    throw new Error(nameOrders(error.message, stopped))
  })
  await payEverything(stage)
  await expectAgreement(stage, 30_000)
  await shop.kill()
}

/** The digests of the notifications that a process had answered when it was stopped. */
function listAnswered(killed: Stopped[]): string[] {
  const isAnswered = ({ side, what }: CrashPoint) =>
    side === 'after' && what === 'POST /api/midtrans/notification'
  return killed.flatMap(({ point, traveller: { notification } }) =>
    isAnswered(point) && notification
      ? [createHash('sha256').update(notification).digest('hex')]
      : [],
  )
}

async function findOrder(placementKey: string): Promise<string> {
  const rows = await stage.sql<{ id: string }>('SELECT id FROM orders WHERE placement_key = $1', [
    placementKey,
  ])
  expect(rows).toHaveLength(1)
  return rows[0]?.id ?? ''
}

/** Puts the place where an order was stopped beside its number. */
function nameOrders(text: string, killed: Stopped[]): string {
  return killed.reduce(
    (named, { point, traveller: { orderId } }) =>
      orderId ? named.replaceAll(orderId, `[${describePoint(point)}] ${orderId}`) : named,
    text,
  )
}
