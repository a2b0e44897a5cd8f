import { getDataDir } from './data-dir'
import { loadDotEnv } from './dot-env'
import { findDatabaseUrl } from './postgres'

async function findUrl(...configured: (string | undefined)[]): Promise<string> {
  const url = configured.find(Boolean) ?? (await findDatabaseUrl(getDataDir()))
  if (url) return url
  throw new Error(
    `DATABASE_URL is not set, and no embedded Postgres runs for ${getDataDir()}. Start one with \`npm run db\`, or set DATABASE_URL.`,
  )
}

/** The database that a command works on: DATABASE_URL, or the embedded one that runs for DATA_DIR. */
export function findShopUrl(): Promise<string> {
  loadDotEnv()
  return findUrl(process.env.DATABASE_URL)
}

/** The same with the right to change tables: DATABASE_OWNER_URL comes first. */
export function findOwnerUrl(): Promise<string> {
  loadDotEnv()
  return findUrl(process.env.DATABASE_OWNER_URL, process.env.DATABASE_URL)
}
