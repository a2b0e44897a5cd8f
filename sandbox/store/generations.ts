import { mkdirSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { RootDatabase } from 'lmdb'
import { openTables, type Tables } from './tables'

// To empty a database LMDB walks all its pages, a second for a hundred thousand transactions. A new one in a
// folder of its own takes milliseconds. What is kept across a reset, the merchants' settings, moves over; the
// folder of the old generation is removed after that, so a killed process loses neither.

export type Generation = { root: RootDatabase; tables: Tables; number: number }

/** Opens the latest generation in `folder`, the first one when there is none. */
export function openLatest(folder: string): Generation {
  mkdirSync(folder, { recursive: true })
  const [latest = 1, ...older] = listGenerations(folder)
  const generation = openGeneration(folder, latest)
  for (const number of older) {
    const left = openGeneration(folder, number)
    moveMerchants(left, generation)
    void remove(folder, left)
  }
  return generation
}

/** Starts an empty generation after this one, which it closes and removes. */
export function startNext(folder: string, present: Generation): Generation {
  const next = openGeneration(folder, present.number + 1)
  moveMerchants(present, next)
  void remove(folder, present)
  return next
}

function openGeneration(folder: string, number: number): Generation {
  return { ...openTables(join(folder, String(number))), number }
}

/** Newest first. */
function listGenerations(folder: string): number[] {
  return readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .sort((a, b) => b - a)
}

function moveMerchants(from: Generation, to: Generation): void {
  to.root.transactionSync(() => {
    for (const { key, value } of from.tables.merchants.getRange()) {
      if (!to.tables.merchants.doesExist(key)) to.tables.merchants.put(key, value)
    }
  })
}

async function remove(folder: string, { root, number }: Generation): Promise<void> {
  await root.close()
  await rm(join(folder, String(number)), { recursive: true, force: true })
}
