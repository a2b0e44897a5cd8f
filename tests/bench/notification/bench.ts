import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { migrate } from '@/prisma/migrate'
import { startPostgres } from '@/scripts/postgres'
import { removePostgres } from '@/scripts/postgres/remove'
import { startShopProcess } from '@/tests/kit/shop-process'
import { makeDataDir } from '@/tests/kit/temp-dir'
import { buildWith } from '../app-copy'
import { fillOrders } from './orders'
import { hasPgbench, runPgbench } from './pgbench'
import { type Ratio, writeReport } from './report'
import { type Contender, medianOf, postAll, prepareBodies, runRounds, spreadOf } from './rounds'
import { readStatement, startExpressShop, startStandIn } from './servers'

const CONNECTIONS = 16

const EMPTY_ROUTE = `export function POST() {
  return Response.json({ result: 'empty' })
}
`

/** The same without a body, as ours answers. */
const BARE_ROUTE = `export function POST() {
  return new Response(null, { headers: { 'Notification-Result': 'bare' } })
}
`

type Size = { rounds: number; requests: number; small: number; large: number }

/** Our notification route beside what it could cost at least, and beside what others pay. */
export async function run(args: string[]): Promise<void> {
  const size = readSize(args)
  const dataDir = makeDataDir('bench')
  const postgres = await startPostgres({ dataDir })
  const stops: (() => Promise<void>)[] = []
  try {
    await measure(postgres.url, size, stops)
  } finally {
    for (const stop of stops) await stop()
    await postgres.stop()
    await removePostgres(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** The work of one round is a multiple of the connections: pgbench gives each client the same share. */
function readSize(args: string[]): Size {
  const text = { type: 'string' as const }
  const options = { rounds: text, requests: text, small: text, large: text }
  const { values } = parseArgs({ args, options })
  const requests = Number(values.requests ?? 8_000)
  return {
    rounds: Number(values.rounds ?? 9),
    requests: requests - (requests % CONNECTIONS),
    small: Number(values.small ?? 10_000),
    large: Number(values.large ?? 1_000_000),
  }
}

async function makeDatabase(serverUrl: string, name: string, orders: number, work: number) {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  await migrate(url.href)
  console.log(`filling a database with ${orders} orders`)
  await fillOrders(url.href, orders, work)
  return url.href
}

async function measure(serverUrl: string, size: Size, stops: (() => Promise<void>)[]) {
  const started = <T extends { stop(): Promise<void> }>(each: T): T => {
    stops.unshift(() => each.stop())
    return each
  }
  const small = await makeDatabase(serverUrl, 'small', size.small, size.requests)
  const large = await makeDatabase(serverUrl, 'large', size.large, size.requests)
  console.log('building the shop with an empty route')
  const folder = await buildWith({
    'api/empty/route.ts': EMPTY_ROUTE,
    'api/bare/route.ts': BARE_ROUTE,
  })
  const shop = started(await startShopProcess({ databaseUrl: small, folder }))
  const largeShop = started(await startShopProcess({ databaseUrl: large, folder }))
  const standIn = started(await startStandIn())
  const express = started(await startExpressShop(small, standIn.url))

  const bodies = prepareBodies(size.requests)
  const post = (url: string, result: string) =>
    postAll(url, bodies, { connections: CONNECTIONS, result })
  const route = '/api/midtrans/notification'
  const contenders: Contender[] = [
    { name: 'route', databaseUrl: small, run: () => post(`${shop.url}${route}`, 'applied') },
    { name: 'empty', run: () => post(`${shop.url}/api/empty`, 'empty') },
    { name: 'empty, no body', run: () => post(`${shop.url}/api/bare`, 'bare') },
    { name: 'express', databaseUrl: small, run: () => post(`${express.url}/client`, 'applied') },
    {
      name: 'express, Midtrans far',
      databaseUrl: small,
      run: () => post(`${express.url}/client-far`, 'applied'),
    },
    {
      name: 'express, by hand',
      databaseUrl: small,
      run: () => post(`${express.url}/by-hand`, 'applied'),
    },
    {
      name: 'route, large',
      databaseUrl: large,
      run: () => post(`${largeShop.url}${route}`, 'applied'),
    },
    { name: 'nothing', run: () => post(`${standIn.url}/`, 'nothing') },
  ]
  if (await hasPgbench()) {
    const statement = await readStatement(small)
    const load = { requests: size.requests, connections: CONNECTIONS }
    contenders.push({
      name: 'pgbench',
      databaseUrl: small,
      run: () => runPgbench(small, statement, load),
    })
  }
  show(await runRounds(contenders, size), size)
}

function show(rates: Map<string, number[]>, { rounds, requests, small, large }: Size): void {
  const median = (name: string) => medianOf(rates.get(name) ?? [])
  const ratio = (what: string, [one, other]: [string, string], least?: number): Ratio => {
    const value = median(one) / median(other)
    if (Number.isNaN(value)) return { what, value: undefined, target: '', isMet: undefined }
    const isMet = least === undefined ? undefined : value >= least
    return { what, value, target: least ? `at least ${least.toFixed(2)}` : '', isMet }
  }
  const ratios = [
    ratio('route / empty route', ['route', 'empty'], 0.65),
    ratio('route / empty route without a body', ['route', 'empty, no body'], 0.65),
    ratio('route / express with midtrans-client', ['route', 'express'], 2),
    ratio('route / the same with Midtrans 30 ms away', ['route', 'express, Midtrans far']),
    ratio('route / express, by hand', ['route', 'express, by hand']),
    ratio(`route at ${large} orders / at ${small}`, ['route, large', 'route'], 2 / 3),
    ratio('route / pgbench', ['route', 'pgbench']),
    ratio('load generator with nothing to wait for / empty route', ['nothing', 'empty']),
  ]
  console.table(
    Object.fromEntries(
      ratios.map(({ what, value, target, isMet }) => [
        what,
        { ratio: value?.toFixed(2) ?? 'not installed', target, met: isMet ?? '' },
      ]),
    ),
  )
  writeReport({
    ratios,
    rates: [...rates].map(([target, values]) => ({
      target,
      median: medianOf(values),
      spread: spreadOf(values),
    })),
    conditions: `${rounds} rounds of ${requests} notifications over ${CONNECTIONS} connections.`,
  })
  console.log('written to docs/benchmarks.md')
}
