import { readFileSync } from 'node:fs'

/** Linux counts in hundredths of a second, whatever its clock really does. */
const TICKS_PER_SECOND = 100

/** Seconds of CPU that a process has used so far. Undefined where there is no /proc. */
export function readCpuTime(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    // User and system time: fields 14 and 15, of which the first two are before the bracket.
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
  } catch {
    return undefined
  }
}
