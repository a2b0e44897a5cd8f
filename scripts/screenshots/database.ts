import pg from 'pg'
import { findDatabaseUrl } from '../postgres'
import { SHOP_ROLE } from '../postgres/settings'

/** Asks the running demo's database as its owner. */
async function ask(dataDir: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: await findDatabaseUrl(dataDir, 'owner') })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

export const setStock = (dataDir: string, slug: string, stock: number): Promise<void> =>
  ask(dataDir, [`UPDATE product SET stock = ${stock} WHERE slug = ${pg.escapeLiteral(slug)}`])

/** Takes the database away from the shop, until it is given back. */
export const takeDatabase = (dataDir: string): Promise<void> =>
  ask(dataDir, [
    `ALTER ROLE ${SHOP_ROLE} NOLOGIN`,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '${SHOP_ROLE}'`,
  ])

export const giveDatabaseBack = (dataDir: string): Promise<void> =>
  ask(dataDir, [`ALTER ROLE ${SHOP_ROLE} LOGIN`])
