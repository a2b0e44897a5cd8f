import { expect } from 'vitest'
import type { Json } from './client'
import { findDifferences } from './differences'

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
  const differences = findDifferences(fixture, body).filter(
    ({ what, at }) =>
      !(what === 'extra' && more.includes(at)) && !(what === 'missing' && less.includes(at)),
  )
  expect(differences).toEqual([])
}
