import pg from 'pg'
import { readMigrations } from '@/prisma/schema-engine'
import { type Finding, ill, well } from './check'

const OLDEST = 15

/** Whether the database is there, new enough, and has every migration. */
export async function checkDatabase(connectionString: string): Promise<Finding> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string }>(
      `SELECT current_setting('server_version') AS version`,
    )
    const version = rows[0]?.version ?? '?'
    if (Number.parseInt(version, 10) < OLDEST) {
      return ill(`Postgres ${version}`, `Use Postgres ${OLDEST} or newer.`)
    }
    const missing = await findMissing(client)
    return missing.length === 0
      ? well(`Postgres ${version}, with every migration`)
      : ill(`${missing.length} migrations are missing`, 'Type `npm run db:migrate`.')
  } catch (error) {
    return ill(
      `not reachable (${(error as Error).message || 'no answer'})`,
      'Start the demo with `npm run demo`, or set DATABASE_URL to a Postgres that runs.',
    )
  } finally {
    await client.end().catch(() => {})
  }
}

async function findMissing(client: pg.Client): Promise<string[]> {
  const wanted = readMigrations().migrationDirectories.map(({ path }) => path)
  const { rows: tables } = await client.query<{ found: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found`,
  )
  if (!tables[0]?.found) return wanted
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL',
  )
  return wanted.filter((path) => !rows.some(({ name }) => path.includes(name)))
}
