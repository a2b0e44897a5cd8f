import pg from 'pg'
import { db } from '@/lib/db'
import { orderChanges } from '@/lib/live/order-changes'
import { createTestDatabase } from './database'
import { NO_LIMITS } from './no-limits'
import { SERVER_KEY } from './notifications'

/** The domain of the shop on a database of its own, in the process of the test. */
export type TestShop = {
  databaseUrl: string
  /** Asks the database past the shop's own code, as its owner. */
  sql<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

/** Nothing listens there: port 9 is the discard service, which no machine of ours runs. */
export const NOWHERE = 'http://127.0.0.1:9'

/**
 * Points lib/ at a new database and at a gateway, which is nowhere unless `apiUrl` says otherwise. Once
 * per test file and before lib/ is first used: the environment is read once.
 */
export async function openShop(
  options: { apiUrl?: string; variables?: Record<string, string> } = {},
): Promise<TestShop> {
  const database = await createTestDatabase()
  Object.assign(process.env, {
    DATABASE_URL: database.shopUrl,
    DATABASE_DIRECT_URL: '',
    APP_URL: 'http://127.0.0.1:9',
    MIDTRANS_SERVER_KEY: SERVER_KEY,
    MIDTRANS_MERCHANT_ID: '',
    MIDTRANS_ENV: 'local',
    MIDTRANS_API_URL: options.apiUrl ?? NOWHERE,
    LOG_LEVEL: 'info',
    SCHEDULE_SCALE: '',
    ...NO_LIMITS,
    ...options.variables,
  })
  const pool = new pg.Pool({ connectionString: database.url, max: 8 })
  // Dropping the database ends what is still connected.
  pool.on('error', () => {})
  return {
    databaseUrl: database.shopUrl,
    async sql<Row extends object>(text: string, values?: unknown[]) {
      return (await pool.query<Row>(text, values)).rows
    },
    async close() {
      orderChanges().closeAll()
      await db().$disconnect()
      await pool.end()
      await database.drop()
    },
  }
}
