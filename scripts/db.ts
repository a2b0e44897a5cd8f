import { migrate } from '@/prisma/migrate'
import { claimDataDir, getDataDir } from './data-dir'
import { loadDotEnv } from './dot-env'
import { startPostgres } from './postgres'
import { watchParent } from './watch-parent'

const abort = new AbortController()
const interrupted = new Promise<void>((resolve) => {
  abort.signal.addEventListener('abort', () => resolve())
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => abort.abort())
}
watchParent(() => abort.abort())

async function runUntilInterrupted(dataDir: string): Promise<void> {
  const postgres = await startPostgres({ dataDir, signal: abort.signal })
  try {
    await migrate(postgres.url, postgres.shopUrl)
    console.log(postgres.shopUrl)
    const died = await Promise.race([interrupted, postgres.ended])
    if (died) throw new Error(`Postgres ended (${died}); see ${dataDir}/logs/postgres.log.`)
  } finally {
    await postgres.stop()
  }
}

async function main(): Promise<void> {
  loadDotEnv()
  const dataDir = getDataDir()
  const claim = claimDataDir(dataDir)
  await runUntilInterrupted(dataDir).finally(() => claim.release())
}

await main().catch((error: Error) => {
  if (abort.signal.aborted) return
  console.error(error.message)
  process.exitCode = 1
})
process.exit()
