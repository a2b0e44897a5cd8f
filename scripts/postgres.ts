import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { findFreePort, isPortFree } from './ports'
import { findBinaries } from './postgres/binaries'
import { ensureCluster } from './postgres/cluster'
import { findHome } from './postgres/home'
import { startPostmaster, stopLeftover, stopPostmaster } from './postgres/postmaster'
import {
  buildOwnerUrl,
  buildShopUrl,
  makeSettings,
  readSettings,
  type Settings,
  SHOP_ROLE,
  writeSettings,
} from './postgres/settings'

const DATABASE = 'tokoku'
const GUARD = fileURLToPath(new URL('./postgres/guard.mjs', import.meta.url))

/** A running embedded Postgres. `ended` resolves when it ends, with how, whoever ended it. */
export type Postgres = {
  /** For migrations: the owner of everything. */
  url: string
  /** For the shop: a role that may read and write rows, as far as a migrated database lets it. */
  shopUrl: string
  ended: Promise<string>
  stop(patienceMs?: number): Promise<void>
}

/** Another program may take the port between our look and Postgres's, or an old backend linger. */
const START_ATTEMPTS = 5

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  await client.connect()
  return client
}

async function ensureDatabase(settings: Settings): Promise<void> {
  const client = await connect(buildOwnerUrl(settings, 'postgres'))
  try {
    const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [SHOP_ROLE])
    const verb = role.rowCount === 0 ? 'CREATE' : 'ALTER'
    const password = client.escapeLiteral(settings.shopPassword)
    await client.query(`${verb} ROLE ${SHOP_ROLE} LOGIN PASSWORD ${password}`)
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`)
  } finally {
    await client.end()
  }
}

function spawnGuard(pid: number): ChildProcess {
  const guard = spawn(process.execPath, [GUARD, String(pid)], {
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  guard.unref()
  if (guard.stdin && 'unref' in guard.stdin) (guard.stdin as unknown as { unref(): void }).unref()
  return guard
}

/**
 * Starts the embedded Postgres of a DATA_DIR, making it first when there is none, and resolves when
 * its database takes connections. A server left over from a killed process is stopped first, and
 * this one is stopped when the calling process is gone, however it went. The caller makes sure that
 * nobody else uses the DATA_DIR. Rejects with a sentence when the server cannot run here.
 */
export async function startPostgres(options: {
  dataDir: string
  signal?: AbortSignal
}): Promise<Postgres> {
  const { dataDir, signal } = options
  mkdirSync(join(dataDir, 'logs'), { recursive: true })
  const settings = readSettings(dataDir) ?? makeSettings()
  const home = findHome(dataDir, settings)
  settings.home = home.remembered
  writeSettings(dataDir, settings)
  const binaries = findBinaries(home.folder, home.account)
  const data = await ensureCluster(binaries, home, settings.password, signal)
  const logFile = join(dataDir, 'logs', 'postgres.log')

  for (let attempt = 1; ; attempt++) {
    await stopLeftover(data)
    if (settings.port === 0 || attempt > 2 || !(await isPortFree(settings.port))) {
      settings.port = await findFreePort()
      writeSettings(dataDir, settings)
    }
    const { port } = settings
    try {
      const server = await startPostmaster({ binaries, home, data, port, logFile, signal })
      return await finishStart(server, settings)
    } catch (error) {
      if (attempt === START_ATTEMPTS || signal?.aborted) throw error
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
  }
}

async function finishStart(server: ChildProcess, settings: Settings): Promise<Postgres> {
  const pid = server.pid ?? 0
  const ended = once(server, 'exit').then(([code, signal]) => `${signal ?? `exit code ${code}`}`)
  const guard = spawnGuard(pid)
  const guardEnded = once(guard, 'exit')
  const stop = async (patienceMs?: number): Promise<void> => {
    guard.ref()
    await stopPostmaster(pid, patienceMs)
    guard.stdin?.end()
    await guardEnded
  }
  try {
    await ensureDatabase(settings)
  } catch (error) {
    await stop()
    throw error
  }
  const url = buildOwnerUrl(settings, DATABASE)
  return { url, shopUrl: buildShopUrl(settings, DATABASE), stop, ended }
}

/** How to reach the embedded Postgres that runs for this DATA_DIR, if one does: as the shop, or as its owner. */
export async function findDatabaseUrl(
  dataDir: string,
  role: 'shop' | 'owner' = 'shop',
): Promise<string | undefined> {
  const settings = readSettings(dataDir)
  if (!settings) return undefined
  const url = (role === 'shop' ? buildShopUrl : buildOwnerUrl)(settings, DATABASE)
  try {
    // Connecting with the password proves that it is ours and not another program on its port.
    await (await connect(url)).end()
    return url
  } catch {
    return undefined
  }
}
