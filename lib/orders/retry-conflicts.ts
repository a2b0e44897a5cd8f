/** Postgres: serialization_failure and deadlock_detected. The statement was undone as a whole. */
const CONFLICTS = /\b(40001|40P01)\b|TransactionWriteConflict|P2034/
const TRIES = 5

/** Runs one statement or transaction again when Postgres undid it in favour of another. */
export async function retryConflicts<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      if (attempt === TRIES || !isConflict(error)) throw error
    }
  }
}

function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return CONFLICTS.test(`${code} ${error.name} ${error.message}`)
}
