import { join, relative } from 'node:path'
import { migrate } from '@/prisma/migrate'
import { ensureBuild } from '../build/ensure-build'
import { ensurePrismaClient } from '../build/prisma-client'
import { spawnNode } from '../node-child'
import { makeShopEnvironment } from './environment'
import type { Plan } from './plan'
import { say, sayStep } from './screen'
import { makePostgresService, makeSandboxService, makeShopService } from './services'
import type { Supervisor } from './supervisor'

/** How long each may take to stop. Together they stay under the five seconds that the demo has. */
const PATIENCE_MS = { shop: 1_500, sandbox: 800, postgres: 1_200 }

/** How the shop reaches its database, and how the migrations do. */
type DatabaseUrls = { shop: string; owner: string }

async function startDatabase(plan: Plan, supervisor: Supervisor): Promise<DatabaseUrls> {
  if (plan.databaseUrl) {
    say(`  postgres             DATABASE_URL (${new URL(plan.databaseUrl).host})`)
    return { shop: plan.databaseUrl, owner: process.env.DATABASE_OWNER_URL || plan.databaseUrl }
  }
  const startedAt = Date.now()
  let urls: DatabaseUrls = { shop: '', owner: '' }
  const start = makePostgresService(plan, (postgres) => {
    urls = { shop: postgres.shopUrl, owner: postgres.url }
  })
  await supervisor.keep('postgres', PATIENCE_MS.postgres, start)
  const folder = relative(process.cwd(), plan.dataDir)
  const shown = folder.startsWith('..') ? plan.dataDir : folder
  sayStep('postgres', startedAt, `${new URL(urls.shop).host}, data in ${shown}`)
  return urls
}

async function applyMigrations(urls: DatabaseUrls): Promise<void> {
  const startedAt = Date.now()
  const applied = await migrate(urls.owner, urls.shop)
  sayStep('migrations', startedAt, applied.length > 0 ? applied.join(', ') : 'nothing to do')
}

async function seed(plan: Plan, { shop, owner }: DatabaseUrls): Promise<void> {
  const startedAt = Date.now()
  const child = spawnNode({
    args: ['--import', 'tsx', 'prisma/seed.ts'],
    env: { ...makeShopEnvironment(plan, shop), DATABASE_OWNER_URL: owner },
    logFile: join(plan.dataDir, 'logs', 'seed.log'),
  })
  const way = await child.ended
  const lines = child.lastLines()
  if (way !== 'exit code 0') throw new Error(`The seed failed (${way}):\n${lines.join('\n')}`)
  sayStep('seed', startedAt, lines.at(-1) ?? '')
}

async function build(signal: AbortSignal): Promise<void> {
  const startedAt = Date.now()
  const outcome = await ensureBuild({ say, signal })
  sayStep('build', startedAt, outcome === 'built' ? '.next' : 'nothing changed')
}

/** Starts everything in order, with a line for each step, until a first order can be paid. */
export async function startAll(
  plan: Plan,
  supervisor: Supervisor,
  signal: AbortSignal,
): Promise<void> {
  await ensurePrismaClient()
  const urls = await startDatabase(plan, supervisor)
  await applyMigrations(urls)
  signal.throwIfAborted()
  await seed(plan, urls)
  if (plan.sandboxPort) {
    const startedAt = Date.now()
    await supervisor.keep('sandbox', PATIENCE_MS.sandbox, makeSandboxService(plan))
    sayStep('sandbox', startedAt, plan.midtransUrl)
  }
  if (!plan.dev) await build(signal)
  const startedAt = Date.now()
  // `next dev` would leave a process of its own behind when it is asked politely.
  const patienceMs = plan.dev ? 0 : PATIENCE_MS.shop
  await supervisor.keep('shop', patienceMs, makeShopService(plan, urls.shop))
  sayStep('shop', startedAt, plan.appUrl)
}
