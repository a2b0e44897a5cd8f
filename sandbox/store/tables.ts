import { type Database, type Key, open, type RootDatabase } from 'lmdb'
import type { Fault } from '../faults/fault'
import type { Delivery, Merchant, StoredAnswer, Transaction } from './records'

export type DueKind = 'deadline' | 'deliver' | 'confirm-refund' | 'forget'
export type DueKey = [at: number, kind: DueKind, id: string]

export type Tables = {
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
  /** By Idempotency-Key. */
  answers: Database<StoredAnswer, string>
  /** Faults by their match, written as JSON. */
  faults: Database<Fault[], string>
  /** Clock offsets in milliseconds: '' for all, else an order id. */
  offsets: Database<number, string>
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

/** Opens (or makes) the database in this folder. */
export function openTables(path: string): { root: RootDatabase; tables: Tables } {
  // Without a sync to disk per write a charge costs an eighth. What a killed process has committed is kept
  // all the same; only a power cut could lose it, which pretend money can bear.
  const root: RootDatabase = open({
    path,
    maxDbs: tableNames.length,
    noSync: true,
    useWritemap: true,
    encoding: 'msgpack',
  })
  const opened = tableNames.map((name) => [
    name,
    root.openDB<unknown, Key>({ name, cache: name === 'merchants' }),
  ])
  return { root, tables: Object.fromEntries(opened) }
}
