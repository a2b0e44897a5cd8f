import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { limitVariables } from '@/lib/security/limit-settings'
import type { Plan } from './plan'

/** What any program may need of the machine it runs on. */
const MACHINE = [
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'LANG', 'LANGUAGE', 'TZ', 'TERM', 'CI'],
  ...['TMPDIR', 'TMP', 'TEMP', 'XDG_CACHE_HOME', 'NO_COLOR', 'FORCE_COLOR', 'NODE_OPTIONS'],
  ...['NODE_EXTRA_CA_CERTS', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'LD_LIBRARY_PATH'],
]

/** What the shop reads besides what the plan decides (lib/env.ts). */
const SHOP = [
  ...[
    'DATABASE_DIRECT_URL',
    'MIDTRANS_MERCHANT_ID',
    'LOG_LEVEL',
    'WORKER',
    'SCHEDULE_SCALE',
    'DEFAULT_LOCALE',
    'ALLOW_LOCAL_MIDTRANS',
  ],
  'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
  'TRUSTED_PROXIES',
  ...Object.keys(limitVariables),
]

function pick(names: string[]): Record<string, string> {
  const found = names.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(found)
}

/** The environment of a child that is told nothing of this demo. */
export function makeMachineEnvironment(): NodeJS.ProcessEnv {
  return { ...(pick(MACHINE) as NodeJS.ProcessEnv), NEXT_TELEMETRY_DISABLED: '1' }
}

/** The server key of the environment, or one made up for the local sandbox and kept in DATA_DIR. */
export function getServerKey(dataDir: string): string {
  if (process.env.MIDTRANS_SERVER_KEY) return process.env.MIDTRANS_SERVER_KEY
  const file = join(dataDir, 'server-key')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  // The prefix of Midtrans's sandbox keys (docs.midtrans.com, Access Keys).
  const key = `SB-Mid-server-${randomBytes(18).toString('base64url')}`
  writeFileSync(file, `${key}\n`, { mode: 0o600 })
  return key
}

/** The environment of the shop, and of what reads its settings, such as the seed. */
export function makeShopEnvironment(plan: Plan, databaseUrl: string): NodeJS.ProcessEnv {
  return {
    ...makeMachineEnvironment(),
    ...(plan.onPrivateNetwork && { ALLOW_LOCAL_MIDTRANS: '1' }),
    ...pick(SHOP),
    NODE_ENV: plan.dev ? 'development' : 'production',
    DATABASE_URL: databaseUrl,
    APP_URL: plan.appUrl,
    MIDTRANS_ENV: plan.midtransEnv,
    MIDTRANS_API_URL: plan.midtransUrl,
    MIDTRANS_SERVER_KEY: getServerKey(plan.dataDir),
  }
}

/** The environment of the sandbox. It shares nothing with the shop but the merchant's key. */
export function makeSandboxEnvironment(plan: Plan): NodeJS.ProcessEnv {
  return {
    ...makeMachineEnvironment(),
    SANDBOX_PORT: String(plan.sandboxPort),
    SANDBOX_ALLOWED_HOSTS: new URL(plan.midtransUrl).hostname,
    HOST: plan.host,
    DATA_DIR: plan.dataDir,
    MIDTRANS_SERVER_KEY: getServerKey(plan.dataDir),
  }
}
