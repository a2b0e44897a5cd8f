import type { CustomerDetails } from '../store/records'
import type { Store } from '../store/store'
import {
  type AnswerFault,
  type Fault,
  type FaultMatch,
  type FaultSubject,
  matches,
  matchKey,
  type NotificationFault,
} from './fault'

export type FaultBook = {
  list(orderId?: string): Fault[]
  /** Puts these faults in the place of those with the same match: parallel tests never meet. */
  replace(faults: Fault[]): void
  /** Removes the faults with this match. */
  remove(match: FaultMatch): void
  /** Removes all faults, or those that name exactly this order id. */
  clear(orderId?: string): void
  takeForAnswer(on: AnswerFault['on'], subject: FaultSubject): AnswerFault | undefined
  takeForNotification(status: string, subject: FaultSubject): NotificationFault | undefined
  reload(): void
}

export function createFaultBook(store: Store): FaultBook {
  const byMatch = new Map<string, Fault[]>()
  const reload = () => {
    byMatch.clear()
    for (const { key, value } of store.faults.getRange()) byMatch.set(key, value)
  }
  reload()

  function save(key: string, faults: Fault[]): void {
    if (faults.length === 0) {
      store.write(() => store.faults.remove(key))
      byMatch.delete(key)
    } else {
      store.write(() => store.faults.put(key, faults))
      byMatch.set(key, faults)
    }
  }

  /** Uses up one of the fault's `times`. */
  function take(wanted: (fault: Fault) => boolean): Fault | undefined {
    for (const [key, faults] of byMatch) {
      const fault = faults.find(wanted)
      if (!fault) continue
      if (fault.times !== undefined) {
        const left = { ...fault, times: fault.times - 1 }
        save(
          key,
          faults.flatMap((each) => (each !== fault ? [each] : left.times > 0 ? [left] : [])),
        )
      }
      return fault
    }
    return undefined
  }

  return {
    list: (orderId) =>
      [...byMatch.values()].flat().filter((fault) => !orderId || fault.match.order_id === orderId),
    replace(faults) {
      const groups = new Map<string, Fault[]>()
      for (const fault of faults) {
        const key = matchKey(fault.match)
        groups.set(key, [...(groups.get(key) ?? []), fault])
      }
      for (const [key, group] of groups) save(key, group)
    },
    remove: (match) => save(matchKey(match), []),
    clear(orderId) {
      for (const [key, [first]] of [...byMatch]) {
        if (!orderId || first?.match.order_id === orderId) save(key, [])
      }
    },
    takeForAnswer: (on, subject) =>
      take((fault) => fault.on === on && matches(fault.match, subject)) as AnswerFault | undefined,
    takeForNotification: (status, subject) =>
      take(
        (fault) =>
          fault.on === 'notification' &&
          (fault.transaction_status ?? status) === status &&
          matches(fault.match, subject),
      ) as NotificationFault | undefined,
    reload,
  }
}

/** What a fault's match is compared with. The name is first and last name as the charge gave them. */
export function describeSubject(
  orderId: string,
  customer: CustomerDetails | undefined,
): FaultSubject {
  const name = [customer?.first_name, customer?.last_name].filter(Boolean).join(' ')
  return { orderId, email: customer?.email ?? undefined, name: name || undefined }
}
