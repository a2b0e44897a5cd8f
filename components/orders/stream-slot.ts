/** A browser allows six connections to a host, all windows together: some stay free for pages. */
const SLOTS = ['order-stream-1', 'order-stream-2', 'order-stream-3', 'order-stream-4']

/**
 * Takes one of the few streams that all windows of this browser may hold at a time. Resolves with the
 * way to give it back, or with undefined when all are taken. Over plain http, but for localhost,
 * browsers have no locks: there every window takes one.
 */
export async function takeStreamSlot(): Promise<(() => void) | undefined> {
  if (!navigator.locks) return () => {}
  for (const slot of SLOTS) {
    const giveBack = await tryLock(slot)
    if (giveBack) return giveBack
  }
  return undefined
}

/** The lock is held until the promise that its callback returns is settled, or the window closed. */
function tryLock(name: string): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(undefined)
        return new Promise<void>((release) => resolve(release))
      })
      .catch(() => resolve(undefined))
  })
}
