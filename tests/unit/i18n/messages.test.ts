import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import { locales } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'

/** Every text by its key, such as `cart.line.quantity`. */
function flatten(value: unknown, key = ''): [string, string][] {
  if (typeof value === 'string') return [[key, value]]
  return Object.entries(value as object).flatMap(([name, inner]) =>
    flatten(inner, key ? `${key}.${name}` : name),
  )
}

const english = new Map(flatten(messages.en))

/** The arguments and tags of a text. */
function argumentsOf(text: string): string[] {
  const found = [...text.matchAll(/\{(\w+)\s*[,}]|<(\w+)>/g)]
  return [...new Set(found.map(([, argument, tag]) => argument ?? `<${tag}>`))].sort()
}

test.each(locales)(
  'in %s there is every text, with the arguments that it has in English',
  (locale) => {
    const texts = flatten(messages[locale])
    expect(texts.map(([key]) => key).sort()).toEqual([...english.keys()].sort())
    for (const [key, text] of texts) {
      expect([key, argumentsOf(text)]).toEqual([key, argumentsOf(english.get(key) ?? '')])
    }
  },
)

test.each(locales)('in %s every text can be written', (locale) => {
  const onError = (error: Error) => {
    throw error
  }
  for (const [key, text] of flatten(messages[locale])) {
    const t = createTranslator({ locale, messages: { text }, onError })
    const values = argumentsOf(text).map((name) =>
      name.startsWith('<') ? [name.slice(1, -1), () => 'in a tag'] : [name, 2],
    )
    const written = [t.rich('text', Object.fromEntries(values))].flat(3).join('')
    expect(written, key).not.toMatch(/[{}<>]/)
    expect(written, key).toBe(written.trim())
  }
})

test('no sentence was left in English', () => {
  const same = flatten(messages.id).filter(
    ([key, text]) => english.get(key) === text && text.split(' ').length > 2,
  )
  expect(same).toEqual([])
})
