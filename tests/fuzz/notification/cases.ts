import fc from 'fast-check'
import type { Case, Target } from './case'
import {
  contradictoryArbitrary,
  shiftedArbitrary,
  strangerArbitrary,
  unsignedArbitrary,
} from './forgeries'
import { garbageArbitrary, misshapenArbitrary, trickyArbitrary } from './shapes'

/** Generated together, so that a full run does not keep every body in memory. */
export const BATCH = 500

function caseArbitrary(targets: readonly Target[]): fc.Arbitrary<Case> {
  const [first, ...rest] = targets
  if (!first) throw new Error('no orders')
  const content = fc
    .constantFrom(first, ...rest)
    .chain((target) =>
      fc.oneof(
        garbageArbitrary(target),
        misshapenArbitrary(target),
        trickyArbitrary(target),
        unsignedArbitrary(target),
        contradictoryArbitrary(target),
        shiftedArbitrary(target),
        strangerArbitrary(),
      ),
    )
  return fc.tuple(content, fc.boolean()).map(([each, isChunked]) => ({ ...each, isChunked }))
}

/** The cases of one batch: the same again for the same seed, batch and orders. */
export function makeBatch(targets: readonly Target[], seed: number, batch: number): Case[] {
  return fc.sample(caseArbitrary(targets), { seed: seed + batch, numRuns: BATCH })
}
