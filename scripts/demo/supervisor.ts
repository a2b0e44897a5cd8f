import { say } from './screen'

/** Something that runs beside the demo and may end by itself. */
export type Service = {
  ended: Promise<string>
  lastLines(): string[]
  stop(patienceMs: number): Promise<void>
}

/**
 * How a service is started. It rejects, with nothing left running, when it does not come up or the
 * signal is aborted.
 */
export type StartService = (signal: AbortSignal) => Promise<Service>

const RESTARTS = 2

type Kept = { name: string; patienceMs: number; starting: Promise<Service> }

/** Keeps services running, and stops them in the reverse order of their start. */
export type Supervisor = {
  keep(name: string, patienceMs: number, start: StartService): Promise<void>
  stopAll(): Promise<void>
}

function describeEnd(name: string, way: string, lines: string[]): string {
  const written = lines.length > 0 ? ` Its last lines:\n${lines.join('\n')}` : ''
  return `${name} ended (${way}).${written}`
}

/** `onGiveUp` is told when a service has died once more than it may be restarted. */
export function makeSupervisor(signal: AbortSignal, onGiveUp: (reason: string) => void) {
  const kept: Kept[] = []

  async function watch(entry: Kept, start: StartService): Promise<void> {
    for (let restart = 0; ; restart++) {
      let reason: string
      try {
        const service = await entry.starting
        reason = describeEnd(entry.name, await service.ended, service.lastLines())
      } catch (error) {
        reason = (error as Error).message
      }
      if (signal.aborted) return
      if (restart === RESTARTS) return onGiveUp(reason)
      say(`  ${entry.name} ended; starting it again (${restart + 1} of ${RESTARTS})`)
      entry.starting = start(signal)
    }
  }

  return {
    async keep(name, patienceMs, start) {
      const entry = { name, patienceMs, starting: start(signal) }
      kept.push(entry)
      await entry.starting
      void watch(entry, start)
    },
    async stopAll() {
      for (const { patienceMs, starting } of kept.toReversed()) {
        const service = await starting.catch(() => undefined)
        await service?.stop(patienceMs)
      }
    },
  } satisfies Supervisor
}
