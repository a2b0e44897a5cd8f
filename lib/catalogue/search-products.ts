import 'server-only'
import { db } from '@/lib/db'
import { locales } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import type { Prisma, Product } from '@/prisma/generated/client'
import { categories } from './categories'
import { type ShelfQuery, type Sort, wordsOf } from './shelf-query'

const orders: Record<Sort, Prisma.ProductOrderByWithRelationInput[]> = {
  shelf: [{ id: 'asc' }],
  cheapest: [{ price: 'asc' }, { id: 'asc' }],
  dearest: [{ price: 'desc' }, { id: 'asc' }],
  name: [{ name: 'asc' }],
}

/** What each shelf is called, in all languages: whoever looks for "camilan" finds the snacks. */
const shelfNames = JSON.stringify(
  categories.flatMap((category) =>
    locales.map((locale) => ({
      category,
      name: messages[locale].catalogue.categories[category],
    })),
  ),
)

/**
 * The products that a query asks for. As they stand on the shelf, those that are called what was typed
 * come before those that only tell of it.
 */
export async function searchProducts({ text, category, sort }: ShelfQuery): Promise<Product[]> {
  const words = wordsOf(text)
  // Nothing but signs was typed, and no product is called that.
  if (text && words.length === 0) return []
  const orderBy = orders[sort]
  if (words.length === 0) return db().product.findMany({ where: { category }, orderBy })
  const found = new Map((await findIds(words)).map(({ id, isCalledSo }) => [id, isCalledSo]))
  const where = { id: { in: [...found.keys()] }, category }
  const products = await db().product.findMany({ where, orderBy })
  if (sort !== 'shelf') return products
  return products.sort((a, b) => Number(found.get(b.id)) - Number(found.get(a.id)))
}

/**
 * The products that have every one of these words, in whichever language each was typed: at the start
 * of a word of the name or the kind, or, bent as grammar bends it, anywhere in the texts (`cushions`
 * finds a cushion). "The" and "dan" are in every text and say nothing. A shelf's name counts when all
 * of it was typed: "kopi" asks for coffee, and not for whatever stands under "Kopi dan teh".
 */
function findIds(words: string[]): Promise<{ id: number; isCalledSo: boolean }[]> {
  const typed = words.join(' ')
  return db().$queryRaw`
    WITH shelf AS (
      SELECT category, string_agg(name, ' ') AS names
      FROM jsonb_to_recordset(${shelfNames}::jsonb) AS called(category text, name text)
      WHERE to_tsvector('english', ${typed}) @@ plainto_tsquery('english', name)
        OR to_tsvector('indonesian', ${typed}) @@ plainto_tsquery('indonesian', name)
      GROUP BY category
    )
    SELECT id, NOT EXISTS (
      SELECT FROM unnest(${words}::text[]) AS word
      WHERE concat_ws(' ', name, kind_en, kind_id) !~* ('\\m' || word)
    ) AS "isCalledSo"
    FROM product LEFT JOIN shelf USING (category)
    WHERE NOT EXISTS (
      SELECT FROM unnest(${words}::text[]) AS word,
        plainto_tsquery('english', word) AS en, plainto_tsquery('indonesian', word) AS idn
      WHERE numnode(en) > 0 AND numnode(idn) > 0
        AND concat_ws(' ', name, kind_en, kind_id, shelf.names) !~* ('\\m' || word)
        AND NOT to_tsvector('english', concat_ws(' ', name, kind_en, description_en)) @@ en
        AND NOT to_tsvector('indonesian', concat_ws(' ', name, kind_id, description_id)) @@ idn
    )`
}
