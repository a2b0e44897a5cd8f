import { type Category, isCategory } from './categories'

/** What a shopper wants to see of the shelves, as the address says it. */
export type ShelfQuery = {
  /** As it was typed; empty when nothing is looked for. */
  text: string
  category: Category | undefined
  sort: Sort
}

/** As the things stand on the shelf, by price, or by name. The first is what an address leaves out. */
export const sorts = ['shelf', 'cheapest', 'dearest', 'name'] as const
export type Sort = (typeof sorts)[number]

const MAX_TEXT = 80
const MAX_WORDS = 6

/** Reads an address. Never fails: what it does not know is left out. */
export function readShelfQuery(params: Record<string, string | string[] | undefined>): ShelfQuery {
  const text = typeof params.q === 'string' ? params.q.trim().slice(0, MAX_TEXT) : ''
  return {
    text,
    category: isCategory(params.category) ? params.category : undefined,
    sort: sorts.find((sort) => sort === params.sort) ?? 'shelf',
  }
}

/** The address that `readShelfQuery` reads back to the same query. */
export function shelfAddress({ text, category, sort }: ShelfQuery): string {
  const params = new URLSearchParams()
  if (text) params.set('q', text)
  if (category) params.set('category', category)
  if (sort !== 'shelf') params.set('sort', sort)
  return params.size === 0 ? '/' : `/?${params}`
}

/** The words of a text: runs of letters and digits, in small letters. Nothing else can come out. */
export function wordsOf(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(0, MAX_WORDS)
}
