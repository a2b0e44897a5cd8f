import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Postgres, startPostgres } from '@/scripts/postgres'
import { readSettings } from '@/scripts/postgres/settings'

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
  stop(): Promise<void>
}

export async function startFragileDatabase(dataDir: string): Promise<FragileDatabase> {
  let server: Postgres = await startPostgres({ dataDir })
  const { url, shopUrl } = server
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
    stop: () => server.stop(),
  }
}
