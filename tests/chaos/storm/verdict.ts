import type { Sql } from '../support/database'
import { findUnmadeRefunds } from '../support/refund-rules'
import { findUnstored } from '../support/rules'
import type { Cashier } from './cashier'
import type { Fleet } from './fleet'
import type { Postman } from './postman'
import { FAULT_SHARE, FORGED_SHARE, type Size } from './size'

/** How many rows a process works on at once (lib/orders/sweep.ts). */
const BATCH = 8

/** What was done to the shop. */
export type Counted = {
  /** Calls to Midtrans, and those that were made to fail or wait. */
  calls: number
  faults: number
  kills: number
  databaseStops: number
  notifications: ReturnType<Postman['counts']>
}

/** What the shop said to somebody and did not keep, in sentences. */
export async function findBrokenPromises(
  sql: Sql,
  fleet: Pick<Fleet, 'hooks'>,
  cashier: Pick<Cashier, 'acknowledged'>,
  postman: Pick<Postman, 'acknowledged' | 'counts'>,
  /** How often a process lost what it was at: each may have run as many hooks as it works on at once. */
  interruptions: number,
): Promise<string[]> {
  const wrong: string[] = []
  const unstored = await findUnstored(sql, postman.acknowledged)
  if (unstored.length > 0) wrong.push(`${unstored.length} bodies were answered 2xx and not stored`)
  const { believedForgeries } = postman.counts()
  if (believedForgeries > 0) wrong.push(`${believedForgeries} forgeries were taken for real`)
  const unmade = await findUnmadeRefunds(sql, cashier.acknowledged)
  if (unmade.length > 0) wrong.push(`refunds were called made and are not: ${unmade.join(', ')}`)
  const hooked = await sql<{ id: string }>(
    'SELECT id FROM orders WHERE paid_hook_done_at IS NOT NULL',
  )
  const done = new Set(hooked.map(({ id }) => id))
  for (const id of done) if (!fleet.hooks.has(id)) wrong.push(`nobody saw the hook of ${id} run`)
  for (const id of fleet.hooks.keys()) if (!done.has(id)) wrong.push(`the hook of ${id} ran unpaid`)
  const runs = [...fleet.hooks.values()].reduce((sum, count) => sum + count, 0)
  const again = runs - fleet.hooks.size
  if (again > interruptions * BATCH) wrong.push(`${again} hooks ran once more than they should`)
  return wrong
}

/** A storm in which less went wrong than was meant to shows nothing. */
export function findTooCalm(
  size: Size,
  { calls, faults, kills, databaseStops, notifications }: Counted,
): string[] {
  const { originals, copies, forged } = notifications
  const wrong: string[] = []
  if (kills < size.kills) wrong.push(`only ${kills} processes were killed`)
  if (databaseStops < size.databaseStops) wrong.push(`Postgres was stopped ${databaseStops} times`)
  // Each call has the same chance: fewer than this come about once in thirty thousand storms.
  const spread = Math.sqrt(calls * FAULT_SHARE * (1 - FAULT_SHARE))
  if (faults < calls * FAULT_SHARE - 4 * spread)
    wrong.push(`only ${faults} of ${calls} calls went wrong`)
  if (originals + copies + forged < size.notifications) wrong.push('too few notifications came')
  if (forged < size.notifications * FORGED_SHARE * 0.9) wrong.push('too few forgeries came')
  return wrong
}
