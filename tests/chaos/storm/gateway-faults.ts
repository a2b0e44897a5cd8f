import { setTimeout } from 'node:timers/promises'
import type { Boundary, Decision, Gate } from '../support/boundary'
import { type Chance, choose } from './chance'
import { FAULT_SHARE } from './size'

/** Two thirds of the faults come before Midtrans has done anything, the rest when it has. */
const BEFORE_SHARE = (FAULT_SHARE * 2) / 3
const AFTER_SHARE = (FAULT_SHARE - BEFORE_SHARE) / (1 - BEFORE_SHARE)

type Fault = Exclude<Decision, 'pass' | 'hold'> | 'slow'

const faultsOn: Record<Boundary['side'], readonly Fault[]> = {
  before: ['cut', 500, 503, 429, 'slow'],
  after: ['cut', 'half', 'slow'],
}

/** `calls` and `faults` count until `stop`. */
export type GatewayFaults = { gate: Gate; calls(): number; faults(): number; stop(): void }

/** Lets a part of the calls to Midtrans go wrong, chosen by the customer, the call and how often it came. */
export function createGatewayFaults(chance: Chance): GatewayFaults {
  const customers = new Map<string, string>()
  const seen = new Map<string, number>()
  let calls = 0
  let faults = 0
  let isOver = false

  /** Order ids are new in every run, customers are not. */
  function customerOf({ path = '', text }: Boundary): string {
    const charged = /"order_id":"([^"]+)"/.exec(text)?.[1]
    const email = /"email":"([^"]+)"/.exec(text)?.[1]
    if (charged && email) customers.set(charged, email)
    const id = charged ?? path.split('/')[2] ?? ''
    return `${customers.get(id) ?? ''} ${id.split('-').at(-1)}`
  }

  return {
    async gate(boundary): Promise<Decision> {
      const { side, what } = boundary
      if (!/^(POST|GET) \/v2\/(charge|\{id\})/.test(what)) return 'pass'
      const key = `${customerOf(boundary)} ${side} ${what}`
      const nth = (seen.get(key) ?? 0) + 1
      seen.set(key, nth)
      if (side === 'before' && !isOver) calls += 1
      const share = side === 'before' ? BEFORE_SHARE : AFTER_SHARE
      if (isOver || chance('fault', key, nth) >= share) return 'pass'
      faults += 1
      const fault = choose(chance('which fault', key, nth), faultsOn[side])
      if (fault !== 'slow') return fault
      await setTimeout(100 + chance('how slow', key, nth) * 900)
      return 'pass'
    },
    calls: () => calls,
    faults: () => faults,
    stop() {
      isOver = true
    },
  }
}
