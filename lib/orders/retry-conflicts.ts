/**
 * Postgres: serialization_failure and deadlock_detected. Prisma: the same, and a transaction that could
 * not begin or end in its time. In each case everything was undone.
 */
const CONFLICTS = /\b(40001|40P01)\b|TransactionWriteConflict|P2034|P2028/
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
