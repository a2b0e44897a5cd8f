import 'server-only'
import { createHash } from 'node:crypto'
import { hostname } from 'node:os'
import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { PrismaClient } from '@/prisma/generated/client'
import { env } from './env'
import { describeError, log } from './log'

/**
 * Statements are prepared once per connection and found again by this name, which made updates a
 * third to a half faster. A pooler in transaction mode must support prepared statements for it.
 */
const names = new Map<string, string>()
function statementName({ sql }: { sql: string }): string {
  let name = names.get(sql)
  if (!name) {
    name = createHash('sha256').update(sql).digest('base64url')
    names.set(sql, name)
  }
  return name
}

function logLostConnection(error: Error): void {
  log('warn', 'database.connection_lost', { error: describeError(error) })
}

/** This process in the database's own lists, and in the event rows that it writes. At most 63 bytes. */
const INSTANCE = `${hostname().slice(0, 40)}:${process.pid}`

function makePool(): Pool {
  const pool = new Pool({
    connectionString: env().DATABASE_URL,
    application_name: INSTANCE,
    max: 16,
    connectionTimeoutMillis: 8_000,
    // A lock is waited for by the server, a lost network noticed by us: both before Midtrans's own 15 s
    // are over. PgBouncer must be told to ignore what is set for the session (ignore_startup_parameters).
    statement_timeout: 8_000,
    query_timeout: 9_000,
    // A machine that was frozen or cut off in the middle of a transaction gives its locks back.
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  })
  // Every connection keeps a listener for life. The pool takes its own off when it hands one out, and an
  // error that comes in that moment, when Postgres restarts, would end the process.
  pool.on('connect', (client) => client.on('error', logLostConnection))
  pool.on('error', logLostConnection)
  return pool
}

// Next builds pages, route handlers and instrumentation as separate bundles of one process: what
// must exist once per process is kept on globalThis.
const shared = globalThis as typeof globalThis & {
  tokokuPool?: Pool
  tokokuDatabase?: PrismaClient
}

/**
 * The connections of this process, made when first used. For the statements that run with every
 * notification: around each of those Prisma's own work cost more than the statement itself.
 */
export function pool(): Pool {
  shared.tokokuPool ??= makePool()
  return shared.tokokuPool
}

/** The database client of this process, on the same connections. For everything else. */
export function db(): PrismaClient {
  shared.tokokuDatabase ??= new PrismaClient({
    adapter: new PrismaPg(pool(), { statementNameGenerator: statementName }),
    // Milliseconds. A rush of checkouts waits its turn rather than being refused after two seconds.
    transactionOptions: { maxWait: 8_000, timeout: 10_000 },
  })
  return shared.tokokuDatabase
}
