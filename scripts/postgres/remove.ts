import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findHome } from './home'
import { stopLeftover } from './postmaster'
import { readSettings } from './settings'

/** Stops the server of a DATA_DIR if it still runs, and deletes it with all its data. */
export async function removePostgres(dataDir: string): Promise<void> {
  const settings = readSettings(dataDir)
  if (!settings) return
  const { folder } = findHome(dataDir, settings)
  const data = join(folder, 'data')
  if (existsSync(data)) await stopLeftover(data)
  rmSync(folder, { recursive: true, force: true })
  rmSync(join(dataDir, 'postgres.json'), { force: true })
}
