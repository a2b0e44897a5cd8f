import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { findOwnerUrl, findShopUrl } from '@/scripts/database-url'
import { FILTERS, MIGRATIONS, readMigrations, readSchema, withSchemaEngine } from './schema-engine'
import { grantToShop } from './shop-role'

/** Any number will do, as long as nothing else in the database locks it. */
const LOCK_KEY = 8_431_207

/**
 * Applies the migrations that the database has not seen, and returns their names. Two at once are
 * safe: the second waits, and finds nothing to do. Rejects with the engine's message when a
 * migration fails. When the shop connects as another role, that role is given what the shop needs.
 */
export async function migrate(connectionString: string, shopUrl?: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString })
  await lock.connect()
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [LOCK_KEY])
    const { appliedMigrationNames } = await withSchemaEngine(connectionString, (engine) =>
      engine.applyMigrations({ migrationsList: readMigrations(), filters: FILTERS }),
    )
    if (shopUrl) await grantToShop(lock, shopUrl)
    return appliedMigrationNames
  } finally {
    await lock.end()
  }
}

/** The SQL that would turn the database into what schema.prisma says; empty when they agree. */
export async function diffSchema(connectionString: string): Promise<string> {
  const { stdout } = await withSchemaEngine(connectionString, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', ...readSchema(), configDir: MIGRATIONS },
      to: { tag: 'schemaDatamodel', ...readSchema() },
      script: true,
      exitCode: null,
      filters: FILTERS,
    }),
  )
  const script = stdout?.trim() ?? ''
  return script === '-- This is an empty migration.' ? '' : script
}

async function createMigration(connectionString: string, name: string): Promise<void> {
  const sql = await diffSchema(connectionString)
  if (!sql) {
    console.log('The schema and the database agree: there is nothing to write.')
    return
  }
  const time = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const folder = join(MIGRATIONS, `${time}_${name.replaceAll(/\W+/g, '_').toLowerCase()}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'migration.sql'), `${sql}\n`)
  console.log(`wrote ${join(folder, 'migration.sql')}`)
}

async function main(): Promise<void> {
  const url = await findOwnerUrl()
  const applied = await migrate(url, await findShopUrl())
  for (const name of applied) console.log(`applied ${name}`)
  if (applied.length === 0) console.log('migrations: nothing to do')
  const create = process.argv.indexOf('--create')
  if (create > 0) await createMigration(url, process.argv[create + 1] || 'change')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  })
}
