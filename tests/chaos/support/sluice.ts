import type { Gate } from './boundary'

/** Keeps all that a process sends back for a moment, so that a test can change something unseen. */
export type Sluice = {
  /** Resolves when everything that was on its way has been answered. */
  shut(): Promise<void>
  /** From now on messages go through `next`, those that were kept back first. */
  open(next: Gate): void
  gate: Gate
}

export function createSluice(): Sluice {
  let underWay = 0
  let inner: Gate = () => 'pass'
  let opened: Promise<void> | undefined
  let open = () => {}
  let tellIdle = () => {}
  return {
    async shut() {
      opened = new Promise((resolve) => {
        open = resolve
      })
      if (underWay === 0) return
      await new Promise<void>((resolve) => {
        tellIdle = resolve
      })
    },
    open(next) {
      inner = next
      opened = undefined
      open()
    },
    async gate(boundary) {
      if (boundary.side === 'before') {
        await opened
        underWay += 1
      } else {
        // What was on its way before this gate was there is answered without having been counted.
        underWay = Math.max(0, underWay - 1)
        if (underWay === 0) tellIdle()
      }
      return inner(boundary)
    },
  }
}
