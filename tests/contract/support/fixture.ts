import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Json } from './client'

/** A recorded or documented body of Midtrans. */
export function readFixture(name: string): Json {
  return JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8'))
}

const FORMS: [form: string, pattern: RegExp][] = [
  ['uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/],
  ['time', /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/],
  ['amount', /^\d+\.00$/],
  ['merchant', /^[GM]\d{6,9}$/],
  ['signature', /^[0-9a-f]{128}$/],
]
/** Free values: what they say depends on the order. */
const FREE = new Set(['order_id', 'qr_string', 'url', 'validation_messages'])

/**
 * The body has exactly the fixture's fields, in its order, with values of the same form, and where a value is
 * a word of Midtrans's the same word. `more` lists fields that are newer than the recording; `less` fields
 * that belonged to another payment method.
 */
export function expectLike(
  body: Json,
  fixture: Json,
  { more = [] as string[], less = [] as string[] } = {},
) {
  const known = Object.keys(body).filter((key) => !more.includes(key))
  expect(known).toEqual(Object.keys(fixture).filter((key) => !less.includes(key)))
  for (const key of known)
    expect([key, formOf(key, body[key])]).toEqual([key, formOf(key, fixture[key])])
}

function formOf(key: string, value: unknown): unknown {
  if (Array.isArray(value) && value.every((each) => typeof each === 'object')) {
    return value.map((each) =>
      Object.entries(each as Json).map(([name, inner]) => [name, formOf(name, inner)]),
    )
  }
  if (FREE.has(key)) return typeof value
  if (typeof value === 'number') return 'number'
  return FORMS.find(([, pattern]) => pattern.test(String(value)))?.[0] ?? value
}
