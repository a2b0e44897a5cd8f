import type { Fault } from '@/sandbox/faults/fault'
import { type CallFault, faultFor } from './sandbox-control'

type NotificationFault = Extract<Fault, { on: 'notification' }>

/** What goes wrong between the shop and Midtrans for this shopper, and for nobody else. */
export type Faults = {
  /** A call meets a fault of docs/sandbox.md, such as `faults.call('charge', 'reset_after', { times: 1 })`. */
  call<On extends CallFault['on']>(
    on: On,
    fault: Extract<CallFault, { on: On }>['fault'],
    more?: { times?: number; delay_ms?: number },
  ): Promise<void>
  /** The same for what Midtrans sends: only notifications of this status, when one is named. */
  notification(
    fault: NotificationFault['fault'],
    more?: { transaction_status?: string; times?: number; delay_ms?: number },
  ): Promise<void>
}

/** `email` is the shopper's; `put` replaces the faults of that shopper. */
export function createFaults(email: string, put: (faults: Fault[]) => Promise<void>): Faults {
  const faults: Fault[] = []
  const add = (fault: Fault) => {
    faults.push(fault)
    return put(faults)
  }
  return {
    call: (on, fault, more) => add(faultFor({ email }, on, fault, more)),
    notification: (fault, more) =>
      add({ match: { email }, on: 'notification', fault, ...more } as Fault),
  }
}
