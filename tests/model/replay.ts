/** What `npm run model` was asked for, through the environment: the model runs where Postgres is. */
export function readWish(environment: NodeJS.ProcessEnv): {
  runs: number
  seed: number
  path: string | undefined
} {
  return {
    runs: Number(environment.MODEL_RUNS || 300),
    // Any number will do; it is printed, and gives the same commands again.
    seed: Number(environment.MODEL_SEED || Date.now() % 1_000_000_000),
    path: environment.MODEL_PATH || undefined,
  }
}
