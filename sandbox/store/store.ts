import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, type Key, open, type RootDatabase } from 'lmdb'
import type { Fault } from '../faults/fault'
import type { Delivery, Merchant, StoredAnswer, Transaction } from './records'

export type DueKind = 'expire' | 'deliver' | 'confirm-refund' | 'forget'
export type DueKey = [at: number, kind: DueKind, id: string]

type Tables = {
  merchants: Database<Merchant, string>
  transactions: Database<Transaction, string>
  transactionsInOrder: Database<string, number>
  /** Every transaction of an order id, whoever the merchant: [order_id, sequence]. */
  transactionsByOrder: Database<string, [string, number]>
  /** The latest transaction of an order id of one merchant: [merchant_id, order_id]. */
  transactionsByOwner: Database<string, [string, string]>
  transactionsByReference: Database<string, string>
  deliveries: Database<Delivery, number>
  deliveriesByOrder: Database<true, [string, number]>
  /** What is to be done when. An entry is a reminder: whoever acts on it looks at the record first. */
  due: Database<true, DueKey>
  /** [merchant_id, Idempotency-Key] */
  answers: Database<StoredAnswer, [string, string]>
  /** Faults by their match, written as JSON. */
  faults: Database<Fault[], string>
  /** Clock offsets in milliseconds: '' for all, else an order id. */
  offsets: Database<number, string>
}

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

const tableNames = [
  'merchants',
  'transactions',
  'transactionsInOrder',
  'transactionsByOrder',
  'transactionsByOwner',
  'transactionsByReference',
  'deliveries',
  'deliveriesByOrder',
  'due',
  'answers',
  'faults',
  'offsets',
] as const satisfies (keyof Tables)[]

/** Opens (or makes) the database in `dataDir`/sandbox. */
export function openStore(dataDir: string): Store {
  const path = join(dataDir, 'sandbox')
  mkdirSync(path, { recursive: true })
  // Without a sync to disk per write a charge costs an eighth. What a killed process has committed is kept
  // all the same; only a power cut could lose it, which pretend money can bear.
  const root: RootDatabase = open({
    path,
    maxDbs: tableNames.length,
    noSync: true,
    useWritemap: true,
    encoding: 'msgpack',
  })
  const tables = Object.fromEntries(
    tableNames.map((name) => [
      name,
      root.openDB<unknown, Key>({ name, cache: name === 'merchants' }),
    ]),
  ) as unknown as Tables
  let version = Date.now()
  let number = Math.max(lastKey(tables.transactionsInOrder), lastKey(tables.deliveries))
  let writing = false

  return {
    ...tables,
    write<T>(work: () => T): T {
      if (writing) return work()
      version += 1
      writing = true
      try {
        return root.transactionSync(work)
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
      for (const name of tableNames) if (name !== 'merchants') tables[name].clearSync()
    },
    close: () => root.close(),
  }
}

function lastKey(table: Database<unknown, number>): number {
  for (const key of table.getKeys({ reverse: true, limit: 1 })) return key
  return 0
}
