import { networkInterfaces } from 'node:os'
import { apiUrls, type MidtransEnvironment } from '@/lib/midtrans/hosts'
import { getDataDir } from '../data-dir'

/** Everything that the environment decides about a demo. */
export type Plan = {
  dev: boolean
  dataDir: string
  host: string
  port: number
  appUrl: string
  /** Where the local sandbox listens; undefined when the real Midtrans takes the payments. */
  sandboxPort: number | undefined
  midtransEnv: MidtransEnvironment
  midtransUrl: string
  /** Undefined: the embedded Postgres. */
  databaseUrl: string | undefined
  /** The demo is meant to be seen by other machines of a private network, such as a phone. */
  onPrivateNetwork: boolean
}

const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/

/** True when only this machine can reach what listens on the host. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host === '::1' || host.startsWith('127.')
}

function findPrivateAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(
      ({ family, internal, address }) => family === 'IPv4' && !internal && PRIVATE.test(address),
    )?.address
}

function readPort(name: string, fallback: number): number {
  const text = process.env[name] || String(fallback)
  const port = Number(text)
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port
  throw new Error(`${name} is ${text}, which is not a port number from 1 to 65535.`)
}

function readMidtransEnv(): MidtransEnvironment {
  const value = process.env.MIDTRANS_ENV || 'local'
  if (value === 'local' || value === 'sandbox' || value === 'production') return value
  throw new Error(`MIDTRANS_ENV is ${value}; it must be local, sandbox or production.`)
}

/** The host name under which browsers reach us: a phone cannot use this machine's `localhost`. */
function chooseHostname(host: string): string {
  if (isLoopbackHost(host)) return 'localhost'
  return host === '0.0.0.0' || host === '::' ? (findPrivateAddress() ?? 'localhost') : host
}

function readAppUrl(fallback: string): string {
  const text = process.env.APP_URL || fallback
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/$/, '')
  throw new Error(`APP_URL is ${text}, which is not an http or https URL.`)
}

/** Reads the plan from the environment. Throws a sentence that names the variable that is wrong. */
export function readPlan(dev: boolean): Plan {
  const host = process.env.HOST || '127.0.0.1'
  const port = readPort('PORT', 3000)
  const midtransEnv = readMidtransEnv()
  const sandboxPort = midtransEnv === 'local' ? readPort('SANDBOX_PORT', 4000) : undefined
  if (port === sandboxPort) throw new Error(`PORT and SANDBOX_PORT are both ${port}.`)
  if (midtransEnv !== 'local' && !process.env.MIDTRANS_SERVER_KEY) {
    throw new Error(
      `MIDTRANS_ENV is ${midtransEnv}, so MIDTRANS_SERVER_KEY is needed. It is in the Midtrans dashboard under Settings > Access Keys.`,
    )
  }
  const hostname = chooseHostname(host)
  const appUrl = readAppUrl(`http://${hostname}:${port}`)
  const shown = new URL(appUrl)
  // A tunnel carries the shop alone; on the same network the sandbox is beside it.
  const beside = shown.protocol === 'http:' ? shown.hostname : hostname
  const localUrl = sandboxPort && `http://${beside}:${sandboxPort}`
  return {
    dev,
    dataDir: getDataDir(),
    host,
    port,
    appUrl,
    sandboxPort,
    midtransEnv,
    midtransUrl: process.env.MIDTRANS_API_URL || localUrl || apiUrls[midtransEnv],
    databaseUrl: process.env.DATABASE_URL || undefined,
    onPrivateNetwork: !isLoopbackHost(host) && PRIVATE.test(shown.hostname),
  }
}
