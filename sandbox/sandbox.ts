import { type Clock, createClock } from './clock'
import type { Config } from './config'
import { createFaultBook, type FaultBook } from './faults/fault-book'
import { createLanes, type Lanes } from './notifications/lanes'
import { openStore, type Store } from './store/store'

/** Everything a request needs. */
export type Sandbox = {
  config: Config
  store: Store
  clock: Clock
  faults: FaultBook
  /** Idempotency keys whose first request is still running. */
  runningKeys: Set<string>
  /** Where deliveries go to the wire, receiver by receiver. */
  lanes: Lanes
  /** Deliveries that are on the wire, or wait for a place on it. */
  sending: Set<number>
  /** True once the store is closed: answers that still arrive are not kept. */
  closed: boolean
}

export function createSandbox(config: Config): Sandbox {
  const store = openStore(config.dataDir)
  return {
    config,
    store,
    clock: createClock(store),
    faults: createFaultBook(store),
    runningKeys: new Set(),
    lanes: createLanes(),
    sending: new Set(),
    closed: false,
  }
}
