import { beforeAll, describe, expect, it } from 'vitest'
import { type FixtureKind, fixtureNames, readFixture } from '../kit/fixtures'
import { answers, parts } from './fixture-cases/answers'
import type { Cases } from './fixture-cases/case'
import { errors } from './fixture-cases/errors'
import { notifications } from './fixture-cases/notifications'
import { findDifferences } from './support/differences'
import { type Exchange, makeExchanges } from './support/exchanges'
import { runSandbox } from './support/setup'

const sandbox = runSandbox()

const kinds: Record<Exclude<FixtureKind, 'recorded'>, Cases> = {
  answers,
  errors,
  notifications,
  parts,
}

describe.each(Object.entries(kinds))('of the recorded and documented %s', (kind, cases) => {
  it('each has its case', () => {
    expect(Object.keys(cases)).toEqual(fixtureNames(kind as FixtureKind))
  })

  for (const [name, theCase] of Object.entries(cases)) {
    if ('cannot' in theCase) continue
    it(`${name} is what the sandbox gives, but for what is listed`, async () => {
      const recorded = readFixture(kind as FixtureKind, name)
      const found = findDifferences(recorded, await theCase.like(sandbox.client))
      const differing = found.map(({ what, at }) => `${what} ${at}`.trim())
      expect(differing.sort()).toEqual(Object.keys(theCase.differs ?? {}).sort())
    })
  }
})

const recorded = fixtureNames('recorded')

describe.skipIf(recorded.length === 0)('of what `npm run record` has written', () => {
  let local: Record<string, Exchange> = {}
  beforeAll(async () => {
    local = await makeExchanges(sandbox.client)
  })

  it.each(recorded)('%s is answered as Midtrans answered it', (name) => {
    const { http, body } = readFixture('recorded', name) as Exchange
    expect(local[name]?.http).toBe(http)
    expect(findDifferences(body, local[name]?.body ?? {})).toEqual([])
  })
})
