import { afterAll, beforeAll, expect, test } from 'vitest'
import { searchProducts } from '@/lib/catalogue/search-products'
import { readShelfQuery } from '@/lib/catalogue/shelf-query'
import { openShop, type TestShop } from '@/tests/kit/shop'

let shop: TestShop

beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

async function find(q: string, more: Record<string, string> = {}): Promise<string[]> {
  const products = await searchProducts(readShelfQuery({ q, ...more }))
  return products.map(({ slug }) => slug)
}

test('a thing is found by its word in English and in Indonesian', async () => {
  const pairs: [string, string, string][] = [
    ['coffee', 'kopi', 'kopi-gayo'],
    ['tea', 'teh', 'teh-melati'],
    ['jasmine', 'melati', 'teh-melati'],
    ['honey', 'madu', 'madu-hutan'],
    ['soy sauce', 'kecap', 'kecap-manis'],
    ['crackers', 'kerupuk', 'kerupuk-kaleng'],
    ['layered cake', 'kue lapis', 'lapis-legit'],
    ['scarf', 'selendang', 'selendang-kawung'],
    ['bag', 'tas', 'tas-parang'],
    ['cushion', 'bantal', 'bantal-mega-mendung'],
    ['palm sugar', 'gula aren', 'gula-aren'],
    ['chilli', 'cabai', 'sambal-bawang'],
  ]
  for (const [english, indonesian, slug] of pairs) {
    expect(await find(english), english).toContain(slug)
    expect(await find(indonesian), indonesian).toContain(slug)
  }
})

test('a shelf is found by its name in either language', async () => {
  expect(await find('snacks')).toEqual(await find('', { category: 'snacks' }))
  expect(await find('camilan')).toEqual(await find('', { category: 'snacks' }))
})

test('a shelf is found by the whole of its name, and a word of it asks for the thing', async () => {
  const shelf = await find('', { category: 'drinks' })
  for (const name of ['coffee and tea', 'Tea, coffee', 'kopi dan teh']) {
    expect((await find(name)).toSorted(), name).toEqual(shelf.toSorted())
  }
  for (const coffee of ['coffee', 'kopi']) {
    expect(await find(coffee), coffee).not.toContain('teh-melati')
    expect(await find(coffee), coffee).not.toContain('wedang-uwuh')
    expect(await find(coffee, { sort: 'cheapest' }), coffee).not.toContain('teh-melati')
  }
})

test('what is called so comes before what only tells of it, unless another order is wanted', async () => {
  // The coffee "tastes of brown sugar", and stands before the palm sugar on the shelf.
  const both = (found: string[]) => found.filter((slug) => /^(gula-aren|kopi-gayo)$/.test(slug))
  expect(both(await find('sugar'))).toEqual(['gula-aren', 'kopi-gayo'])
  expect(both(await find('sugar', { sort: 'dearest' }))).toEqual(['kopi-gayo', 'gula-aren'])
})

test('the start of a word is enough, and grammar does not matter', async () => {
  expect(await find('sel')).toEqual(['selendang-kawung'])
  expect(await find('CUSHIONS')).toEqual(['bantal-mega-mendung'])
  expect(await find('the honey of the climbers')).toEqual(['madu-hutan'])
})

test('a word in the middle of another one does not count', async () => {
  // "tastes" is in the description of the coffee.
  expect(await find('tas')).toEqual(['tas-parang'])
})

test('every word has to fit, in whichever language each is typed', async () => {
  expect(await find('kopi arabica')).toEqual(['kopi-gayo'])
  expect(await find('batik honey')).toEqual([])
})

test('what no product has finds nothing, whatever it is made of', async () => {
  for (const text of ['zzz', '%', '_', '\\', "'; --", '(', '\0', '🍵']) {
    expect(await find(text), text).toEqual([])
  }
})

test('words, shelf and order go together', async () => {
  expect(await find('coffee', { category: 'batik' })).toEqual([])
  const prices = (await searchProducts(readShelfQuery({ sort: 'cheapest' }))).map((p) => p.price)
  expect(prices).toEqual(prices.toSorted((a, b) => a - b))
  const dearest = await searchProducts(readShelfQuery({ sort: 'dearest', category: 'kitchen' }))
  expect(dearest.map(({ slug }) => slug)).toEqual([
    'madu-hutan',
    'sambal-bawang',
    'gula-aren',
    'kecap-manis',
  ])
})
