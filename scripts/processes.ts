import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The fields of /proc/{pid}/stat from the state on; undefined where there is no /proc. */
function readStat(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The command stands in brackets and may hold spaces: read on after the last one.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

function askPs(pid: number, field: string): string {
  try {
    return execFileSync('ps', ['-ww', '-o', `${field}=`, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return ''
  }
}

/**
 * True while the process exists and has not ended. A process that has ended but was never
 * collected by its parent (a container whose first process collects nobody) counts as ended.
 */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it exists and belongs to someone else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return readStat(pid)?.[0] !== 'Z'
}

/** Tells one process from a later one that was given the same number. Empty when unknown. */
export function readStartTime(pid: number): string {
  return process.platform === 'linux' ? (readStat(pid)?.[19] ?? '') : askPs(pid, 'lstart')
}

/** The process that started this one; undefined when it cannot be known. */
export function readParent(pid: number): number | undefined {
  const parent = process.platform === 'linux' ? readStat(pid)?.[1] : askPs(pid, 'ppid')
  return Number(parent) || undefined
}

/** The command line, arguments joined by spaces; empty when it cannot be read. */
export function readCommand(pid: number): string {
  if (process.platform !== 'linux') return askPs(pid, 'command')
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return ''
  }
}

/** Sends a signal; a process that is already gone is no error. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Waits until the process has ended. False when it still runs after `timeoutMs`. */
export async function waitForEnd(pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs
  while (isRunning(pid)) {
    if (Date.now() >= deadline) return false
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return true
}
