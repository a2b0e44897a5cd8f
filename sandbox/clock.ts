import type { Store } from './store/store'

/** The sandbox's own time. It can be moved forward, for everything or for one order, without touching real time. */
export type Clock = {
  /** Milliseconds since 1970 for this order. */
  now(orderId?: string): number
  /** An order's time as the common clock will show it: the frame that reminders are kept in. */
  toCommon(orderId: string, at: number): number
  advance(milliseconds: number, orderId?: string): void
  /** How far the clock is ahead of real time, in milliseconds. */
  offset(orderId?: string): number
  /** Reads the offsets again, after they were removed from the store. */
  reload(): void
}

const ALL = ''

export function createClock(store: Store): Clock {
  const offsets = new Map<string, number>()
  const reload = () => {
    offsets.clear()
    for (const { key, value } of store.offsets.getRange()) offsets.set(key, value)
  }
  reload()
  const common = () => offsets.get(ALL) ?? 0
  const own = (orderId: string | undefined) => (orderId ? (offsets.get(orderId) ?? 0) : 0)

  return {
    now: (orderId) => Date.now() + common() + own(orderId),
    toCommon: (orderId, at) => at - own(orderId),
    offset: (orderId) => common() + own(orderId),
    advance(milliseconds, orderId = ALL) {
      const next = (offsets.get(orderId) ?? 0) + milliseconds
      store.write(() => store.offsets.put(orderId, next))
      offsets.set(orderId, next)
    },
    reload,
  }
}
