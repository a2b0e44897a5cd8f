/** One relabelling in so many may look as different by chance. */
const SHUFFLES = 1_000

/**
 * Whether two groups of times, taken in turns, differ by more than chance: their medians lie further apart
 * than those of any grouping of the same times by lot. By chance alone once in a thousand.
 */
export function differ(one: readonly number[], other: readonly number[]): boolean {
  const gap = Math.abs(median(one) - median(other))
  const all = [...one, ...other]
  for (let i = 0; i < SHUFFLES; i++) {
    shuffle(all)
    if (Math.abs(median(all.slice(0, one.length)) - median(all.slice(one.length))) >= gap) {
      return false
    }
  }
  return true
}

/** Takes so many times of each of the two, in an order that nothing else on the machine keeps step with. */
export async function measureInTurns(
  count: number,
  measure: (which: 0 | 1) => number | Promise<number>,
): Promise<[number[], number[]]> {
  const times: [number[], number[]] = [[], []]
  const order = Array.from({ length: 2 * count }, (_, i) => (i % 2) as 0 | 1)
  shuffle(order)
  for (const which of order) times[which].push(await measure(which))
  return times
}

/** Chance alone does not say the same so often: what does is a difference. */
export async function differsAlways(rounds: number, look: () => Promise<boolean>) {
  for (let i = 0; i < rounds; i++) if (!(await look())) return false
  return true
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function shuffle(values: unknown[]): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1))
    const kept = values[i]
    values[i] = values[j]
    values[j] = kept
  }
}
