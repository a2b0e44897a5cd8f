import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { migrate } from '@/prisma/migrate'
import { type Postgres, startPostgres } from '@/scripts/postgres'
import { removePostgres } from '@/scripts/postgres/remove'
import { ROOT } from '@/scripts/root'
import { makeDataDir } from './temp-dir'
import { judgeTold, listenIn } from './told'

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated and seeded database that tests copy. Nothing connects to it. */
    templateUrl: string
    /** The same as the shop connects to it. */
    templateShopUrl: string
  }
}

let server: Postgres | undefined
let dataDir: string | undefined
let told: string | undefined

/** Starts one Postgres for the whole run and fills the database that each test file copies. */
export async function setup(project: TestProject): Promise<void> {
  told = listenIn()
  dataDir = makeDataDir('test')
  server = await startPostgres({ dataDir })
  await migrate(server.url, server.shopUrl)
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'prisma/seed.ts'], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_OWNER_URL: server.url },
  })
  project.provide('templateUrl', server.url)
  project.provide('templateShopUrl', server.shopUrl)
}

export async function teardown(): Promise<void> {
  await server?.stop()
  if (dataDir) {
    await removePostgres(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
  }
  if (!told) return
  try {
    judgeTold(told)
  } catch (error) {
    // Vitest would print it and end well all the same.
    process.exitCode = 1
    throw error
  }
}
