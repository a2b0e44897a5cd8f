import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseLocale } from '@/lib/i18n/choose-locale'
import { locales } from '@/lib/i18n/locales'

/** For a shop whose own language is neither: `fallback` shows that the header decided nothing. */
function fromHeader(acceptLanguage: string | null): string {
  const chosen = ['en', 'id'].map((fallback) =>
    chooseLocale({ cookie: undefined, acceptLanguage, fallback: fallback as 'en' | 'id' }),
  )
  return chosen[0] === chosen[1] ? String(chosen[0]) : 'fallback'
}

describe('without a choice of their own, shoppers get the language that their browser wants most', () => {
  test.each([
    ['id', 'id'],
    ['en', 'en'],
    ['id-ID,id;q=0.9,en-US;q=0.8,en;q=0.7', 'id'],
    ['en-GB,en;q=0.9,id;q=0.8', 'en'],
    ['ID-id', 'id'],
    ['in-ID', 'id'],
    ['jv-ID,id;q=0.8,en;q=0.5', 'id'],
    ['fr-FR,fr;q=0.9,en;q=0.1', 'en'],
    ['en;q=0.3, id;q=0.31', 'id'],
    ['en;q=0.5,id;q=0.5', 'en'],
    ['id;q=0.5,en', 'en'],
    [' id ; q=1.000 , en', 'id'],
    ['en;q=0,id;q=0.001', 'id'],
  ])('%j asks for %s', (header, locale) => expect(fromHeader(header)).toBe(locale))
})

describe('a header that asks for neither of ours leaves it to the shop', () => {
  test.each([
    null,
    '',
    ',',
    '*',
    'fr',
    'zh-CN,zh;q=0.9',
    'id;q=0',
    'english',
    'idn',
    'en;q=2',
    'en;q=-1',
    'en;q=NaN',
    'en;q=1e0',
    'en;q=',
    '; q=1',
    '__proto__',
    'constructor',
    'x'.repeat(10_000),
  ])('%j', (header) => expect(fromHeader(header)).toBe('fallback'))
})

test('the choice of the switch wins over the browser', () => {
  const acceptLanguage = 'en'
  expect(chooseLocale({ cookie: 'id', acceptLanguage, fallback: 'en' })).toBe('id')
})

test.each([undefined, '', 'ID', 'fr', 'id;q=1', 'toString'])(
  'a cookie that says %j chooses nothing',
  (cookie) => {
    expect(chooseLocale({ cookie, acceptLanguage: 'id', fallback: 'en' })).toBe('id')
  },
)

test('whatever a request says, the language is one of ours', () => {
  const unit = fc.constantFrom('e', 'n', 'i', 'd', '-', ',', ';', 'q', '=', '0', '.', '1', '*', ' ')
  fc.assert(
    fc.property(fc.string({ unit }), fc.string(), (acceptLanguage, cookie) => {
      expect(locales).toContain(chooseLocale({ cookie, acceptLanguage, fallback: 'en' }))
    }),
  )
})
