/** How many cases, from which seed, and which one alone. */
export type Wish = { count: number; seed: number; only: number | undefined }

/** What tests/fuzz/run.ts was asked for; without it as many cases as are `usual` in a test run. */
export function readWish(environment: NodeJS.ProcessEnv, usual: number): Wish {
  return {
    count: Number(environment.FUZZ_COUNT || usual),
    // Any number will do; it is printed, and gives the same cases again.
    seed: Number(environment.FUZZ_SEED || Date.now() % 1_000_000_000),
    only: environment.FUZZ_CASE ? Number(environment.FUZZ_CASE) : undefined,
  }
}
