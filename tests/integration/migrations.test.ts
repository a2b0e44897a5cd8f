import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { diffSchema, migrate } from '@/prisma/migrate'
import { createTestDatabase, type TestDatabase } from '../kit/database'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function run(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

test('the migrations make exactly what schema.prisma says', async () => {
  expect(await diffSchema(database.url)).toBe('')
})

test('a database that has been migrated is left as it is', async () => {
  expect(await migrate(database.url)).toEqual([])
})

test('two migrations of an empty database at once apply each one once', async () => {
  await run('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  const [first, second] = await Promise.all([migrate(database.url), migrate(database.url)])
  expect([...first, ...second].length).toBeGreaterThan(0)
  expect(Math.min(first.length, second.length)).toBe(0)
  expect(await diffSchema(database.url)).toBe('')
})

test('a table that differs from the schema shows in the difference', async () => {
  await run('ALTER TABLE product DROP COLUMN category')
  expect(await diffSchema(database.url)).toContain('ADD COLUMN     "category"')
})
