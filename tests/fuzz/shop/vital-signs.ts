import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { ROOT } from '@/scripts/root'

/** What watch-process.mjs wrote down of two seconds. */
type Signs = {
  medianMs: number
  p99Ms: number
  longestMs: number
  rssMb: number
  heapMb: number
  /** Open sockets, timers and the like. */
  resources: number
}

/** What a server has to be started with to be watched. */
export function watchInto(file: string, heapMb: number): Record<string, string> {
  const watch = pathToFileURL(`${ROOT}/tests/fuzz/shop/watch-process.mjs`).href
  return {
    NODE_OPTIONS: `--max-old-space-size=${heapMb} --import=${watch}`,
    VITAL_SIGNS_FILE: file,
  }
}

export type Trend = { early: number; late: number }
export type VitalSigns = Record<keyof Signs, Trend> & { longest: number; samples: number }

/** The worst of all looks so far, of a run of any length. Undefined before the first. */
export function readWorst(file: string): Pick<Signs, 'longestMs' | 'heapMb' | 'rssMb'> | undefined {
  const all = readLooks(file)
  if (all.length === 0) return undefined
  const worst = (name: keyof Signs) => Math.max(...all.map((signs) => signs[name]))
  return { longestMs: worst('longestMs'), heapMb: worst('heapMb'), rssMb: worst('rssMb') }
}

function readLooks(file: string): Signs[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Signs)
}

/**
 * The medians of the first and of the last quarter of a run, without what the server needed to warm up.
 * Undefined when there was not enough to see.
 */
export function readVitalSigns(file: string, warmUp: number): VitalSigns | undefined {
  const all = readLooks(file)
  const signs = all.slice(warmUp)
  const share = Math.floor(signs.length / 4)
  if (share === 0) return undefined
  const trend = (name: keyof Signs): Trend => ({
    early: median(signs.slice(0, share).map((each) => each[name])),
    late: median(signs.slice(-share).map((each) => each[name])),
  })
  return {
    medianMs: trend('medianMs'),
    p99Ms: trend('p99Ms'),
    longestMs: trend('longestMs'),
    rssMb: trend('rssMb'),
    heapMb: trend('heapMb'),
    resources: trend('resources'),
    longest: Math.max(...all.map(({ longestMs }) => longestMs)),
    samples: signs.length,
  }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** The same in words. */
export function describeSigns({ longest, samples, ...signs }: VitalSigns): string[] {
  const show = ({ early, late }: Trend, digits = 0) =>
    `${early.toFixed(digits)} -> ${late.toFixed(digits)}`
  return [
    `first quarter -> last quarter of ${samples} looks at the server:`,
    `  event loop delay ms: median ${show(signs.medianMs, 1)}, 99 % ${show(signs.p99Ms, 1)}, longest of two seconds ${show(signs.longestMs, 1)}, longest of all ${longest.toFixed(0)}`,
    `  memory MB: resident ${show(signs.rssMb)}, heap ${show(signs.heapMb)}`,
    `  open sockets and timers: ${show(signs.resources)}`,
  ]
}
