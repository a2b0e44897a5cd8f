import { join } from 'node:path'
import type { Database } from 'lmdb'
import { openLatest, startNext } from './generations'
import type { Tables } from './tables'

export type Store = Tables & {
  /** Runs `work` in one transaction: all of it is kept, also after kill -9, or none of it. May be nested. */
  write<T>(work: () => T): T
  /** A number that no transaction and no delivery has had, also after everything was cleared. */
  nextNumber(): number
  /** Grows with each write, so that a page can ask whether anything has changed. */
  version(): number
  /** Empties every table but the merchants' settings. */
  clear(): void
  close(): Promise<void>
}

/** Opens (or makes) the database in `dataDir`/sandbox. */
export function openStore(dataDir: string): Store {
  const folder = join(dataDir, 'sandbox')
  let generation = openLatest(folder)
  let version = Date.now()
  const { transactionsInOrder, deliveries } = generation.tables
  let number = Math.max(lastKey(transactionsInOrder), lastKey(deliveries))
  let writing = false

  const store: Store = {
    ...generation.tables,
    write<T>(work: () => T): T {
      if (writing) return work()
      version += 1
      writing = true
      try {
        return generation.root.transactionSync(work)
      } finally {
        writing = false
      }
    },
    nextNumber() {
      number += 1
      return number
    },
    version: () => version,
    clear() {
      version += 1
      generation = startNext(folder, generation)
      Object.assign(store, generation.tables)
    },
    close: () => generation.root.close(),
  }
  return store
}

function lastKey(table: Database<unknown, number>): number {
  for (const key of table.getKeys({ reverse: true, limit: 1 })) return key
  return 0
}
