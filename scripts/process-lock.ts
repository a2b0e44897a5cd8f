import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { isRunning, readStartTime } from './processes'

/** A lock that was taken, or the process that has it. */
export type LockAttempt = { ok: true; release(): void } | { ok: false; holder: number }

function readHolder(path: string): { pid: number; text: string } | undefined {
  try {
    const text = readFileSync(path, 'utf8')
    return { pid: Number(text.split(' ')[0]), text }
  } catch {
    return undefined
  }
}

function holds(text: string): boolean {
  const [pid = '', ...startTime] = text.split(' ')
  return isRunning(Number(pid)) && readStartTime(Number(pid)) === startTime.join(' ')
}

/** Removes the stale lock, unless another process has meanwhile put its own there. */
function removeStale(path: string, text: string): void {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
    if (readFileSync(aside, 'utf8') !== text) linkSync(aside, path)
  } catch {
    // Another process was faster; the next look shows who has it now.
  } finally {
    rmSync(aside, { force: true })
  }
}

/**
 * Takes the lock file for this process, or says which process has it. A lock whose process is gone
 * (killed, or its number given to another) is taken over. The file names the holder by pid and
 * start time, and is linked into place so that it never stands there half written.
 */
export function takeLock(path: string): LockAttempt {
  const mine = `${process.pid} ${readStartTime(process.pid)}`
  const draft = `${path}.${process.pid}.new`
  writeFileSync(draft, mine)
  try {
    for (;;) {
      try {
        linkSync(draft, path)
        return { ok: true, release: () => rmSync(path, { force: true }) }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
      const found = readHolder(path)
      if (found && holds(found.text)) return { ok: false, holder: found.pid }
      if (found) removeStale(path, found.text)
    }
  } finally {
    rmSync(draft, { force: true })
  }
}
