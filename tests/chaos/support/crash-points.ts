import { setTimeout } from 'node:timers/promises'
import type { Boundary, Decision, Gate } from './boundary'
import type { Journey, Traveller } from './journeys'
import type { Victim } from './stage'

/** Every place is tried, or only each that leaves another state behind. */
export const IS_FULL = process.env.CRASH_MATRIX === 'full'

/** The nth message of its kind in a journey. */
export type CrashPoint = {
  journey: string
  side: Boundary['side']
  what: string
  nth: number
}

export function describePoint({ journey, side, what, nth }: CrashPoint): string {
  return `${journey}: ${side} ${what}${nth > 1 ? ` #${nth}` : ''}`
}

/** Counts the messages of one traveller, each kind and side by itself. */
export function createCounter(
  traveller: Pick<Traveller, 'concerns'>,
): (boundary: Boundary) => number {
  const seen = new Map<string, number>()
  return (boundary) => {
    if (!traveller.concerns(boundary)) return 0
    const key = `${boundary.side} ${boundary.what}`
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    return nth
  }
}

/** Long enough for the announcement that follows an answer (lib/live/announce.ts gathers for 40 ms). */
const AFTERMATH_MS = 250

/** Lets a journey run unharmed and lists every message that it sent or waited for. */
export async function listCrashPoints(
  journey: Journey,
  victim: Victim,
  traveller: Traveller,
): Promise<CrashPoint[]> {
  const points: CrashPoint[] = []
  const count = createCounter(traveller)
  victim.setGate((boundary) => {
    const nth = count(boundary)
    if (nth > 0)
      points.push({ journey: journey.name, side: boundary.side, what: boundary.what, nth })
    return 'pass'
  })
  await traveller.act(victim.url)
  await setTimeout(AFTERMATH_MS)
  victim.setGate(() => 'pass')
  return points
}

/**
 * Lets a journey run up to the point and there be held, or cut off. What is cut off has gone wherever it goes
 * when this resolves. Returns whether it got so far.
 */
export async function interruptAt(
  point: CrashPoint,
  decision: Extract<Decision, 'hold' | 'cut'>,
  victim: Victim,
  traveller: Traveller,
): Promise<boolean> {
  const count = createCounter(traveller)
  const held = new Promise<true>((resolve) => {
    const gate: Gate = (boundary) => {
      const nth = count(boundary)
      const isHere = boundary.side === point.side && boundary.what === point.what
      if (!isHere || nth !== point.nth) return 'pass'
      resolve(true)
      return decision
    }
    victim.setGate(gate)
  })
  const ended = Promise.resolve(traveller.act(victim.url)).catch(() => undefined)
  const passed = ended.then(() => setTimeout(1_000, false as const))
  const reached = await Promise.race([held, passed])
  if (reached && decision === 'cut') await ended
  victim.setGate(() => 'pass')
  return reached
}

/**
 * Whether a crash here leaves another state behind than one at the point before it. Killed after a message
 * or before the next is the same to everyone but the dead process, and a read changes nothing: what remains
 * is each write and each request.
 */
export function leavesNewState({ side, what }: CrashPoint): boolean {
  const isRead = what.startsWith('SELECT') && what !== 'SELECT pg_notify'
  return side === 'after' && !isRead && what !== 'BEGIN'
}
