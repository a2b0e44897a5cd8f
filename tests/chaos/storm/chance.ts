import { createHash } from 'node:crypto'

/** A number from 0 up to 1 that belongs to these words: the same seed and words give the same number. */
export type Chance = (...words: (string | number)[]) => number

/**
 * Every choice of a storm. It is looked up by what it is for rather than drawn from a sequence, so that a
 * replay chooses the same although its processes are never scheduled the same.
 */
export function createChance(seed: number): Chance {
  return (...words) => {
    const digest = createHash('sha1')
      .update(`${seed} ${words.join(' ')}`)
      .digest()
    return digest.readUInt32BE(0) / 2 ** 32
  }
}

export function choose<T>(chance: number, choices: readonly T[]): T {
  const chosen = choices[Math.floor(chance * choices.length)]
  if (chosen === undefined) throw new Error('nothing to choose from')
  return chosen
}
