import { getDataDir } from './data-dir'
import { loadDotEnv } from './dot-env'
import { findDatabaseUrl } from './postgres'

function notFound(): never {
  throw new Error(
    `DATABASE_URL is not set, and no embedded Postgres runs for ${getDataDir()}. Start one with \`npm run db\`, or set DATABASE_URL.`,
  )
}

/** The database that a command works on: DATABASE_URL, or the embedded one that runs for DATA_DIR. */
export async function findShopUrl(): Promise<string> {
  loadDotEnv()
  return process.env.DATABASE_URL || (await findDatabaseUrl(getDataDir())) || notFound()
}

/** The same with the right to change tables: DATABASE_OWNER_URL comes first. */
export async function findOwnerUrl(): Promise<string> {
  loadDotEnv()
  const { DATABASE_OWNER_URL, DATABASE_URL } = process.env
  if (DATABASE_OWNER_URL) return DATABASE_OWNER_URL
  const embedded = await findDatabaseUrl(getDataDir())
  // The URL that `npm run db` prints is the shop's; whose database it is we know.
  if (DATABASE_URL && DATABASE_URL !== embedded) return DATABASE_URL
  return (await findDatabaseUrl(getDataDir(), 'owner')) ?? DATABASE_URL ?? notFound()
}
