import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { isRunning, readCommand, readParent, readStartTime } from '@/scripts/processes'

/** A process as it was when it was seen. */
export type SeenProcess = { pid: number; startTime: string; command: string }

function listPids(): number[] {
  const names =
    process.platform === 'linux'
      ? readdirSync('/proc')
      : execFileSync('ps', ['-axo', 'pid='], { encoding: 'utf8' }).split('\n')
  return names.map(Number).filter((pid) => pid > 0)
}

/** Everything that a process has started, directly or not. */
export function listDescendants(ancestor: number): SeenProcess[] {
  const children = new Map<number, number[]>()
  for (const pid of listPids()) {
    const parent = readParent(pid) ?? 0
    children.set(parent, [...(children.get(parent) ?? []), pid])
  }
  const found: number[] = []
  const visit = (pid: number) => {
    for (const child of children.get(pid) ?? []) {
      found.push(child)
      visit(child)
    }
  }
  visit(ancestor)
  return found.map((pid) => ({ pid, startTime: readStartTime(pid), command: readCommand(pid) }))
}

/** Those that are still there, and not another process that was given the same number. */
export function stillRunning(seen: SeenProcess[]): SeenProcess[] {
  return seen.filter(({ pid, startTime }) => isRunning(pid) && readStartTime(pid) === startTime)
}
