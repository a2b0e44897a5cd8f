import { setImmediate as nextTurn } from 'node:timers/promises'
import { deliver } from './notifications/deliver'
import type { Sandbox } from './sandbox'
import type { DueKey } from './store/tables'
import { confirmRefund } from './transactions/confirm-refund'
import { readCurrent } from './transactions/move'

const EVERY_MS = 250
/** How many reminders are handled before requests get their turn again. */
const BATCH = 200
/** Longer than a delivery takes that nothing holds up. */
const LEASE_MS = 30_000

/** Does everything that is due: deadlines, retries, refund confirmations. */
export async function sweep(sandbox: Sandbox): Promise<void> {
  while (!sandbox.closed && sweepBatch(sandbox)) await nextTurn()
}

/** Whether there may be more. */
function sweepBatch(sandbox: Sandbox): boolean {
  const { store, clock } = sandbox
  // 'confirm-refund' is the first of the kinds, so this ends just after the present millisecond.
  const due = [...store.due.getKeys({ end: [clock.now() + 1, 'confirm-refund', ''], limit: BATCH })]
  if (due.length === 0) return false
  store.write(() => {
    for (const key of due) {
      store.due.remove(key)
      act(sandbox, key)
    }
  })
  return true
}

/** A reminder may be stale: each of these looks at the record before it does anything. */
function act(sandbox: Sandbox, [, kind, id]: DueKey): void {
  switch (kind) {
    case 'deadline':
      readCurrent(sandbox, id)
      break
    case 'deliver':
      remindAgain(sandbox, Number(id))
      setImmediate(() => void deliver(sandbox, Number(id)))
      break
    case 'confirm-refund': {
      const [transactionId = '', uuid = ''] = id.split(' ')
      confirmRefund(sandbox, transactionId, uuid)
      break
    }
    case 'forget':
      sandbox.store.answers.remove(id)
      break
  }
}

/** Whoever is killed while a notification is on the wire sends it again when back. */
function remindAgain({ store, clock }: Sandbox, id: number): void {
  const unsent = store.deliveries.get(id)?.nextTry != null
  if (unsent) store.due.put([clock.now() + LEASE_MS, 'deliver', String(id)], true)
}

/** Sweeps four times a second until the returned function is called. */
export function startSweeping(sandbox: Sandbox): () => void {
  let timer: NodeJS.Timeout
  const sweepLater = () => {
    timer = setTimeout(async () => {
      await sweep(sandbox)
      if (!sandbox.closed) sweepLater()
    }, EVERY_MS)
  }
  sweepLater()
  return () => clearTimeout(timer)
}
