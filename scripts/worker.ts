import { startWorker } from '@/lib/orders/worker'
import { environmentOrExit } from '@/lib/server-start'
import { findShopUrl } from './database-url'
import { makeShopEnvironment } from './demo/environment'
import { readPlan } from './demo/plan'
import { loadDotEnv } from './dot-env'
import { watchParent } from './watch-parent'

/** Without a DATABASE_URL it works beside the demo of DATA_DIR, with the demo's settings. */
async function settle(): Promise<void> {
  loadDotEnv()
  if (process.env.DATABASE_URL) return
  Object.assign(process.env, makeShopEnvironment(readPlan(false), await findShopUrl()))
}

async function main(): Promise<void> {
  await settle()
  environmentOrExit()
  const worker = startWorker()
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
    if (process.env.npm_lifecycle_event) watchParent(resolve)
  })
  await worker.stop()
}

await main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
process.exit()
