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
  Object.fromEntries(
    categories.map((category) => [
      category,
      locales.map((locale) => messages[locale].catalogue.categories[category]).join(' '),
    ]),
  ),
)

/** The products that a query asks for. */
export async function searchProducts({ text, category, sort }: ShelfQuery): Promise<Product[]> {
  const words = wordsOf(text)
  // Nothing but signs was typed, and no product is called that.
  if (text && words.length === 0) return []
  return db().product.findMany({
    where: {
      ...(words.length > 0 && { id: { in: await findIds(words) } }),
      ...(category && { category }),
    },
    orderBy: orders[sort],
  })
}

/**
 * The products that have every one of these words, in whichever language each was typed: at the start
 * of a word of the name, the kind or the shelf, or, bent as grammar bends it, anywhere in the texts
 * (`cushions` finds a cushion). "The" and "dan" are in every text and say nothing.
 */
async function findIds(words: string[]): Promise<number[]> {
  const rows = await db().$queryRaw<{ id: number }[]>`
    SELECT id FROM product
    WHERE NOT EXISTS (
      SELECT FROM unnest(${words}::text[]) AS word,
        plainto_tsquery('english', word) AS en, plainto_tsquery('indonesian', word) AS idn
      WHERE numnode(en) > 0 AND numnode(idn) > 0
        AND concat_ws(' ', name, kind_en, kind_id, ${shelfNames}::jsonb ->> category)
          !~* ('\\m' || word)
        AND NOT to_tsvector('english', concat_ws(' ', name, kind_en, description_en)) @@ en
        AND NOT to_tsvector('indonesian', concat_ws(' ', name, kind_id, description_id)) @@ idn
    )`
  return rows.map(({ id }) => id)
}
