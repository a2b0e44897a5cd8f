import pg from 'pg'
import { findOwnerUrl } from '@/scripts/database-url'
import { catalogue } from './catalogue'

// Stock is set only with a new product: whoever runs the seed again must not undo what was sold.
const UPSERT = `
  INSERT INTO product (
    id, slug, name, kind_en, kind_id, description_en, description_id, category, price, stock
  )
  SELECT
    id, slug, name, "kindEn", "kindId", "descriptionEn", "descriptionId", category, price, stock
  FROM jsonb_to_recordset($1) AS new(
    id int, slug text, name text, "kindEn" text, "kindId" text, "descriptionEn" text,
    "descriptionId" text, category text, price int, stock int
  )
  ON CONFLICT (id) DO UPDATE SET
    slug = excluded.slug, name = excluded.name, kind_en = excluded.kind_en,
    kind_id = excluded.kind_id, description_en = excluded.description_en,
    description_id = excluded.description_id, category = excluded.category, price = excluded.price`

async function main(): Promise<void> {
  const client = new pg.Client({ connectionString: await findOwnerUrl() })
  await client.connect()
  try {
    await client.query(UPSERT, [JSON.stringify(catalogue)])
    console.log(`seed: ${catalogue.length} products`)
  } finally {
    await client.end()
  }
}

main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
