import 'server-only'
import { setTimeout } from 'node:timers/promises'
import { describeError, log } from '@/lib/log'
import { delay } from './schedule'
import { sweep } from './sweep'

/** Sweeps again and again until stopped. Any number of workers, in any number of processes. */
export function startWorker(): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const done = run(stopping.signal)
  log('info', 'worker.started')
  return {
    /** Resolves when the round that is under way has ended. */
    async stop() {
      stopping.abort()
      await done
    },
  }
}

async function run(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const busy = await sweep().catch((error: unknown) => {
      log('warn', 'worker.sweep_failed', { error: describeError(error) })
      return 0
    })
    // Aborting ends the pause early, which is no error.
    if (busy === 0) await setTimeout(delay('sweep') * 1000, undefined, { signal }).catch(() => {})
  }
}
