/** How many cases, which, and from which seed: the environment that tests/fuzz/run.ts sets. */
export type Wish = { count: number; seed: number; only: number | undefined }

export function readWish(environment: NodeJS.ProcessEnv): Wish {
  return {
    count: Number(environment.FUZZ_COUNT || 5_000),
    // Any number will do; it is printed, and gives the same cases again.
    seed: Number(environment.FUZZ_SEED || Date.now() % 1_000_000_000),
    only: environment.FUZZ_CASE ? Number(environment.FUZZ_CASE) : undefined,
  }
}
