import { join } from 'node:path'
import { makeMachineEnvironment } from '@/scripts/demo/environment'
import { spawnNode } from '@/scripts/node-child'
import { findFreePort } from '@/scripts/ports'
import { ROOT } from '@/scripts/root'
import { NO_LIMITS } from '@/tests/kit/no-limits'
import { SERVER_KEY } from '@/tests/kit/notifications'
import { noteShop } from '@/tests/kit/shop-urls'
import { tell } from '@/tests/kit/told'
import { waitFor } from '@/tests/kit/wait-for'

const SKEWED_CLOCK = new URL('skewed-clock.mjs', import.meta.url).href

const NEXT = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next')

export type ShopSettings = {
  databaseUrl: string
  midtransUrl: string
  /** The public address that all copies share. */
  appUrl: string
  /** The sweep, in this very process or in none. */
  worker: 'inline' | 'off'
  scheduleScale: number
  /** How far its clock is ahead of everyone else's, in milliseconds. */
  clockSkewMs?: number
  /** The same port again for a process that takes the place of a killed one. */
  port?: number
  onLine?(line: string): void
}

/** One process of the shop: the production build, as `npm start` runs it. */
export type ShopProcess = {
  url: string
  port: number
  /** SIGKILL: it gets no chance to do anything any more. Resolves when it is gone. */
  kill(): Promise<void>
  isRunning(): boolean
}

/** The environment of any process of the shop, commands included. */
export function makeShopEnvironment(settings: ShopSettings): NodeJS.ProcessEnv {
  return {
    ...makeMachineEnvironment(),
    NODE_ENV: 'production',
    DATABASE_URL: settings.databaseUrl,
    APP_URL: settings.appUrl,
    MIDTRANS_SERVER_KEY: SERVER_KEY,
    MIDTRANS_ENV: 'local',
    MIDTRANS_API_URL: settings.midtransUrl,
    WORKER: settings.worker,
    SCHEDULE_SCALE: String(settings.scheduleScale),
    LOG_LEVEL: 'info',
    ...(settings.clockSkewMs && {
      NODE_OPTIONS: `--import=${SKEWED_CLOCK}`,
      CLOCK_SKEW_MS: String(settings.clockSkewMs),
    }),
    ...NO_LIMITS,
  }
}

/** Starts the production server, and resolves when it answers and reaches its database. */
export async function startShop(settings: ShopSettings): Promise<ShopProcess> {
  const port = settings.port ?? (await findFreePort())
  let isRunning = true
  const child = spawnNode({
    args: [NEXT, 'start', '-p', String(port), '-H', '127.0.0.1'],
    env: makeShopEnvironment(settings),
    onLine: (line) => {
      tell('log', line)
      settings.onLine?.(line)
    },
  })
  void child.ended.then(() => {
    isRunning = false
  })
  const shop: ShopProcess = {
    url: `http://127.0.0.1:${port}`,
    port,
    isRunning: () => isRunning,
    kill() {
      // Nobody is to be sent there any more, even before it is quite gone.
      isRunning = false
      return child.kill()
    },
  }
  noteShop(shop.url)
  await waitFor(
    'the shop to answer',
    async () => {
      if (!isRunning) throw new Error(`The shop ended:\n${child.lastLines().join('\n')}`)
      const health = await fetch(`${shop.url}/api/health`).catch(() => undefined)
      return health?.ok
    },
    60_000,
  ).catch(async (error) => {
    await shop.kill()
    throw error
  })
  return shop
}
