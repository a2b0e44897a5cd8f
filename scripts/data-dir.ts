import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { removePostgres } from './postgres/remove'
import { takeLock } from './process-lock'
import { isRunning, sendSignal, waitForEnd } from './processes'

const MARKER = 'tokoku-data'
const LOCK = 'lock'

/** DATA_DIR as an absolute path; `.data` when the variable is not set. */
export function getDataDir(): string {
  return resolve(process.env.DATA_DIR || '.data')
}

function markAsOurs(dataDir: string): void {
  try {
    mkdirSync(join(dataDir, 'logs'), { recursive: true })
    writeFileSync(
      join(dataDir, MARKER),
      'Tokoku keeps its state in this folder. `npm run demo -- --reset` deletes that state.\n',
    )
  } catch (error) {
    const reason = (error as Error).message
    throw new Error(`DATA_DIR ${dataDir} cannot be used: ${reason}. Choose another with DATA_DIR.`)
  }
}

/**
 * Makes DATA_DIR and takes it for this process, until `release`. Rejects with a sentence when
 * another process has it: two servers must never share one database folder.
 */
export function claimDataDir(dataDir: string): { release(): void } {
  markAsOurs(dataDir)
  const lock = takeLock(join(dataDir, LOCK))
  if (lock.ok) return lock
  throw new Error(
    `Another Tokoku (process ${lock.holder}) already runs on ${dataDir}. Stop it, or choose another folder with DATA_DIR for a second one.`,
  )
}

async function stopHolder(dataDir: string): Promise<{ release(): void }> {
  const lock = takeLock(join(dataDir, LOCK))
  if (lock.ok) return lock
  sendSignal(lock.holder, 'SIGTERM')
  await waitForEnd(lock.holder, 8_000)
  if (isRunning(lock.holder)) throw new Error(`Process ${lock.holder} on ${dataDir} does not stop.`)
  return claimDataDir(dataDir)
}

/**
 * Stops what runs on DATA_DIR and deletes what Tokoku keeps there, and nothing else: files of other
 * programs stay, and a folder that Tokoku never marked as its own is not touched.
 */
export async function resetDataDir(dataDir: string): Promise<void> {
  if (!existsSync(dataDir) || readdirSync(dataDir).length === 0) return
  if (!existsSync(join(dataDir, MARKER))) {
    throw new Error(`${dataDir} was not made by Tokoku, so --reset leaves it alone.`)
  }
  const lock = await stopHolder(dataDir)
  await removePostgres(dataDir)
  for (const entry of ['logs', 'sandbox', 'server-key', MARKER]) {
    rmSync(join(dataDir, entry), { recursive: true, force: true })
  }
  lock.release()
  if (readdirSync(dataDir).length === 0) rmdirSync(dataDir)
}
