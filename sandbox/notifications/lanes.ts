/** As many posts to one receiver at once as its agent has sockets: those that wait here are not timed yet. */
export const POSTS_PER_HOST = 64

/** The posts to one receiver: those on the wire, and those that wait for their turn. */
type Lane = { running: number; waiting: (() => Promise<void>)[] }

/** A lane for each receiver, so that one that hangs holds up its own notifications and no other's. */
export type Lanes = {
  /** Runs `work` when its lane has room. Resolves when it is done. */
  run<T>(url: string, work: () => Promise<T>): Promise<T>
}

export function createLanes(): Lanes {
  const lanes = new Map<string, Lane>()

  function advance(host: string, lane: Lane): void {
    while (lane.running < POSTS_PER_HOST) {
      const next = lane.waiting.shift()
      if (!next) break
      lane.running += 1
      void next().finally(() => {
        lane.running -= 1
        advance(host, lane)
      })
    }
    if (lane.running === 0) lanes.delete(host)
  }

  return {
    run(url, work) {
      const { host } = new URL(url)
      const lane = lanes.get(host) ?? { running: 0, waiting: [] }
      lanes.set(host, lane)
      return new Promise((resolve, reject) => {
        lane.waiting.push(() => work().then(resolve, reject))
        advance(host, lane)
      })
    },
  }
}
