import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url))

/**
 * `answers`: transactions as the API gives them. `errors`: its refusals. `notifications`: what it posts.
 * `parts`: pieces of bodies, where no more is documented. `recorded`: what `npm run record -- --write` has
 * brought home, if anything, with the HTTP status beside the body.
 */
export type FixtureKind = 'answers' | 'errors' | 'notifications' | 'parts' | 'recorded'

/** The names of the recorded and documented bodies of one kind. */
export function fixtureNames(kind: FixtureKind): string[] {
  if (!existsSync(`${FIXTURES}${kind}`)) return []
  return readdirSync(`${FIXTURES}${kind}`)
    .map((file) => file.replace(/\.json$/, ''))
    .sort()
}

/** One of Midtrans's bodies as it came, but for personal data and the key that signed it. */
export function readFixture(kind: FixtureKind, name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(`${FIXTURES}${kind}/${name}.json`, 'utf8'))
}
