import 'server-only'
import { setTimeout } from 'node:timers/promises'
import { describeError, log } from '@/lib/log'
import { delay } from './schedule'
import { BATCH, takeUpWork } from './sweep'

/** Sweeps again and again until stopped. Any number of workers, in any number of processes. */
export function startWorker(): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const done = run(stopping.signal)
  log('info', 'worker.started')
  return {
    /** Resolves when the work that is under way has ended. */
    async stop() {
      stopping.abort()
      await done
    },
  }
}

async function run(signal: AbortSignal): Promise<void> {
  const underWay = new Set<Promise<void>>()
  while (!signal.aborted) {
    const begun = await takeUpWork(BATCH - underWay.size).catch((error: unknown) => {
      log('warn', 'worker.sweep_failed', { error: describeError(error) })
      return []
    })
    for (const work of begun) {
      underWay.add(work)
      work.then(() => underWay.delete(work))
    }
    await rest(begun, underWay, signal)
  }
  await Promise.all(underWay)
}

/**
 * Until there may be more to do. A row that waits long for Midtrans does not keep the others waiting: they
 * are taken up beside it while there is room.
 */
async function rest(begun: Promise<void>[], underWay: Set<Promise<void>>, signal: AbortSignal) {
  if (underWay.size >= BATCH) {
    while (underWay.size >= BATCH) await Promise.race(underWay)
    return
  }
  const rested = new AbortController()
  const pause = setTimeout(delay('sweep') * 1000, undefined, {
    signal: AbortSignal.any([signal, rested.signal]),
  })
  // Aborting ends the pause early, which is no error.
  const paused = pause.catch(() => {})
  await (begun.length > 0 ? Promise.race([paused, Promise.all(begun)]) : paused)
  rested.abort()
}
