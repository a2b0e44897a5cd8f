import { networkInterfaces } from 'node:os'
import { z } from 'zod'

export type Config = {
  port: number
  host: string
  dataDir: string
  /** Host names, without port, that may appear in the URLs the sandbox hands out. */
  allowedHosts: ReadonlySet<string>
  /** A key that is accepted although it does not look like a sandbox key. */
  serverKey: string | undefined
  /** How long a receiver may take to answer a notification. */
  notificationTimeoutMs: number
}

const PORT_RULE = 'SANDBOX_PORT must be a whole number from 0 to 65535'

const TIMEOUT_RULE = 'SANDBOX_NOTIFICATION_TIMEOUT must be a number of seconds from 0.1 to 600'

const environmentSchema = z.object({
  SANDBOX_PORT: z.coerce
    .number(PORT_RULE)
    .int(PORT_RULE)
    .min(0, PORT_RULE)
    .max(65535, PORT_RULE)
    .default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data'),
  SANDBOX_ALLOWED_HOSTS: z.string().default(''),
  MIDTRANS_SERVER_KEY: z.string().optional(),
  // docs.midtrans.com, best practices: 15 seconds.
  SANDBOX_NOTIFICATION_TIMEOUT: z.coerce
    .number(TIMEOUT_RULE)
    .min(0.1, TIMEOUT_RULE)
    .max(600, TIMEOUT_RULE)
    .default(15),
})

/** Reads the environment. Throws a ZodError with one message per wrong variable. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const env = environmentSchema.parse(environment)
  return {
    port: env.SANDBOX_PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
    allowedHosts: new Set([
      'localhost',
      '127.0.0.1',
      '[::1]',
      ...ownAddresses(env.HOST),
      ...env.SANDBOX_ALLOWED_HOSTS.split(',')
        .map((name) => name.trim().toLowerCase())
        .filter(Boolean),
    ]),
    serverKey: env.MIDTRANS_SERVER_KEY || undefined,
    notificationTimeoutMs: env.SANDBOX_NOTIFICATION_TIMEOUT * 1000,
  }
}

/** A phone on the same network reaches a sandbox that listens everywhere by this machine's address. */
function ownAddresses(host: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [host]
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address))
}
