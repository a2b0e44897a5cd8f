import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { tellRows } from './read-rows'

/** A database of one's own, migrated and seeded. */
export type TestDatabase = {
  /** As its owner. */
  url: string
  /** As the shop connects to it. */
  shopUrl: string
  drop(): Promise<void>
}

async function runOnServer(sql: string, templateUrl: string): Promise<void> {
  const server = new URL(templateUrl)
  server.pathname = '/postgres'
  const client = new pg.Client({ connectionString: server.href })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** Copies the seeded database under a new name. Integration tests only: they have the server. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const templateUrl = inject('templateUrl')
  const template = new URL(templateUrl).pathname.slice(1)
  const name = `test_${randomBytes(6).toString('hex')}`
  await runOnServer(`CREATE DATABASE ${name} TEMPLATE ${template}`, templateUrl)
  const url = new URL(templateUrl)
  url.pathname = `/${name}`
  const shopUrl = new URL(inject('templateShopUrl'))
  shopUrl.pathname = `/${name}`
  return {
    url: url.href,
    shopUrl: shopUrl.href,
    async drop() {
      await tellRows(url.href)
      // FORCE: a process under test may still hold connections.
      await runOnServer(`DROP DATABASE ${name} WITH (FORCE)`, templateUrl)
    },
  }
}
