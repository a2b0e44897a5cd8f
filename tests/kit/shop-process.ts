import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { makeMachineEnvironment } from '@/scripts/demo/environment'
import { findFreePort } from '@/scripts/ports'
import { ROOT } from '@/scripts/root'
import { NO_LIMITS } from './no-limits'
import { SERVER_KEY } from './notifications'
import { noteShop } from './shop-urls'
import { isListenedTo, tell } from './told'
import { waitFor } from './wait-for'

const NEXT = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next')
const FOLLOW_PARENT = fileURLToPath(new URL('../../scripts/follow-parent.mjs', import.meta.url))

/** A production server of the shop: the process itself, for looking at its memory. */
export type ShopProcess = { url: string; pid: number; stop(): Promise<void> }

/**
 * Starts the production build of the checkout, or of another folder, on a free port, without a worker
 * and with Midtrans nowhere. Resolves when it answers.
 */
export async function startShopProcess(options: {
  databaseUrl: string
  folder?: string
  variables?: Record<string, string>
  /** Each line that it logs. */
  onLine?(line: string): void
}): Promise<ShopProcess> {
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const start = ['start', options.folder ?? ROOT, '-p', String(port), '-H', '127.0.0.1']
  noteShop(url)
  const child: ChildProcess = spawn(process.execPath, ['--import', FOLLOW_PARENT, NEXT, ...start], {
    cwd: options.folder ?? ROOT,
    env: {
      ...makeMachineEnvironment(),
      NODE_ENV: 'production',
      DATABASE_URL: options.databaseUrl,
      APP_URL: url,
      MIDTRANS_SERVER_KEY: SERVER_KEY,
      MIDTRANS_ENV: 'local',
      // The discard service, which nobody runs.
      MIDTRANS_API_URL: 'http://127.0.0.1:9',
      WORKER: 'off',
      LOG_LEVEL: isListenedTo() ? 'info' : 'error',
      ...NO_LIMITS,
      ...options.variables,
    },
    stdio: ['ignore', isListenedTo() || options.onLine ? 'pipe' : 'ignore', 'pipe'],
  })
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      tell('log', line)
      options.onLine?.(line)
    })
  }
  if (child.stderr) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      tell('log', line)
      process.stderr.write(`${line}\n`)
    })
  }
  const ended = once(child, 'exit')
  await waitFor(
    'the shop to answer',
    async () => {
      if (child.exitCode !== null) throw new Error(`The shop ended with code ${child.exitCode}.`)
      return (await fetch(`${url}/api/health`).catch(() => undefined))?.ok
    },
    60_000,
  )
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
