/** Postgres: serialization_failure and deadlock_detected. The statement was undone as a whole. */
const CONFLICTS = /\b(40001|40P01)\b|TransactionWriteConflict|P2034/
const TRIES = 5

/** Prisma: the transaction could not begin or end in its time, and was undone. A rush: once more is enough. */
const TOO_SLOW = 'P2028'

/** Runs one statement or transaction again when Postgres undid it in favour of another. */
export async function retryConflicts<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      const tries = codeOf(error) === TOO_SLOW ? 2 : isConflict(error) ? TRIES : 1
      if (attempt >= tries) throw error
    }
  }
}

function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return CONFLICTS.test(`${codeOf(error)} ${error.name} ${error.message}`)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
