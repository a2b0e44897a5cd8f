import pg from 'pg'
import { isListenedTo, tell } from './told'

/** Where an order keeps how to reach its shopper: the one place where that belongs. */
const CONTACT = ['customer_name', 'customer_email', 'customer_phone']

/** Every row of every table as one line of JSON, but for the contact that an order is for. */
export async function readRows(connectionString: string): Promise<string[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT quote_ident(table_name) AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    )
    const lines: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ line: string }>(
        `SELECT (to_jsonb(one) - $1::text[])::text AS line FROM ${name} AS one`,
        [CONTACT],
      )
      for (const { line } of rows) lines.push(`${name} ${line}`)
    }
    return lines
  } finally {
    await client.end()
  }
}

/** Looks through every row, where the run is listened to. */
export async function tellRows(connectionString: string): Promise<void> {
  if (!isListenedTo()) return
  for (const row of await readRows(connectionString)) tell('row', row)
}
