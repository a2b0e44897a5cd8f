import { execFile } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { migrate } from '@/prisma/migrate'
import { type Postgres, startPostgres } from '@/scripts/postgres'
import { removePostgres } from '@/scripts/postgres/remove'
import { readSettings } from '@/scripts/postgres/settings'
import { ROOT } from '@/scripts/root'
import { makeDataDir } from '@/tests/kit/temp-dir'

/** A Postgres that can be stopped as a crash stops it, and comes back on the same port. */
export type FragileDatabase = {
  /** As its owner. */
  url: string
  /** As the shop connects to it. */
  shopUrl: string
  /**
   * `pg_ctl -m immediate`: no connection is ended in order, and the next start replays the log. It stays
   * away until `whileAway` resolves.
   */
  crash(whileAway: () => Promise<void>): Promise<void>
  /** Stops it and removes its data. */
  close(): Promise<void>
}

/** Starts one of one's own, migrated and with the catalogue. */
export async function openFragileDatabase(): Promise<FragileDatabase> {
  const dataDir = makeDataDir('chaos')
  let server: Postgres = await startPostgres({ dataDir })
  const { url, shopUrl } = server
  const close = async () => {
    await server.stop()
    await removePostgres(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await fill(url, shopUrl)
  } catch (error) {
    await close()
    throw error
  }
  return {
    url,
    shopUrl,
    async crash(whileAway) {
      const home = readSettings(dataDir)?.home ?? join(dataDir, 'postgres')
      const pidFile = readFileSync(join(home, 'data', 'postmaster.pid'), 'utf8')
      process.kill(Number(pidFile.split('\n')[0]), 'SIGQUIT')
      await server.ended
      await server.stop()
      await whileAway()
      server = await startPostgres({ dataDir })
      if (server.url !== url) throw new Error('Another program has taken the port of Postgres.')
    },
    close,
  }
}

async function fill(url: string, shopUrl: string): Promise<void> {
  await migrate(url, shopUrl)
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'prisma/seed.ts'], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_OWNER_URL: url },
  })
}
