import { isRunning, readCommand, readParent } from './processes'

/** Orphans go to process 1, which is the runner itself only in a container. */
function isAdopted(parent: number | undefined): boolean {
  return parent === 1 && !/npm|yarn|bun|node/.test(readCommand(1))
}

/**
 * Calls `onGone` once when the process that started this one is gone. Under npm a shell often stands
 * between the two and outlives a killed npm, so the shell's own parent is watched as well; and npm
 * may be gone before we look for the first time.
 */
export function watchParent(onGone: () => void): void {
  const underNpm = Boolean(process.env.npm_lifecycle_event)
  const parent = process.ppid
  const npm = underNpm ? readParent(parent) : undefined
  const goneBefore = underNpm && (isAdopted(parent) || isAdopted(npm))
  const timer = setInterval(() => {
    const npmRuns = npm === undefined || isRunning(npm)
    if (!goneBefore && process.ppid === parent && npmRuns) return
    clearInterval(timer)
    onGone()
  }, 1_000)
  timer.unref()
}
