import { expect, test } from 'vitest'
import { categories } from '@/lib/catalogue/categories'
import { readShelfQuery, shelfAddress, sorts, wordsOf } from '@/lib/catalogue/shelf-query'

function readAddress(address: string) {
  return readShelfQuery(Object.fromEntries(new URL(address, 'http://shop').searchParams))
}

test('an address is read back to the query it was written from', () => {
  for (const category of [undefined, ...categories]) {
    for (const sort of sorts) {
      for (const text of ['', 'kopi', 'gula & “aren” 100%?', 'é #']) {
        expect(readAddress(shelfAddress({ text, category, sort }))).toEqual({
          text,
          category,
          sort,
        })
      }
    }
  }
})

test('all shelves as they stand are the plain address', () => {
  expect(shelfAddress({ text: '', category: undefined, sort: 'shelf' })).toBe('/')
})

test('what an address says that the shop does not know is left out', () => {
  const plain = { text: '', category: undefined, sort: 'shelf' }
  expect(readShelfQuery({})).toEqual(plain)
  expect(readShelfQuery({ q: ['a', 'b'], category: 'toString', sort: '1; DROP' })).toEqual(plain)
  expect(readShelfQuery({ category: ['batik'], page: '2' })).toEqual(plain)
  expect(readShelfQuery({ q: ` ${'x'.repeat(500)}` }).text).toHaveLength(80)
})

test('words are runs of letters and digits, so that nothing in them means anything to Postgres', () => {
  expect(wordsOf('  Kopi-Gayo, 150 g!')).toEqual(['kopi', 'gayo', '150', 'g'])
  expect(wordsOf("%_\\ ' ( \0 | & : *")).toEqual([])
  expect(wordsOf('ｋｏｐｉ')).toEqual(['kopi'])
  expect(wordsOf('satu dua tiga empat lima enam tujuh')).toHaveLength(6)
})
