import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sendSignal } from './processes'
import { ROOT } from './root'

const FOLLOW_PARENT = fileURLToPath(new URL('./follow-parent.mjs', import.meta.url))
const KEPT_LINES = 30

export type Output = 'stdout' | 'stderr'

/** A running Node process. `ended` resolves with the way it ended, in words. */
export type NodeChild = {
  ended: Promise<string>
  lastLines(): string[]
  /** Asks it to end, and ends it with SIGKILL when it has not after that time. */
  stop(patienceMs: number): Promise<void>
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>
}

/** Signals the child's whole group, so that nothing it started outlives it. */
function killGroup(pid: number): void {
  try {
    sendSignal(-pid, 'SIGKILL')
  } catch {
    // EPERM on macOS: only zombies are left in the group.
  }
}

function readLines(child: ChildProcess, onLine: (line: string, from: Output) => void): void {
  for (const from of ['stdout', 'stderr'] as const) {
    const stream = child[from]
    if (stream) createInterface({ input: stream }).on('line', (line) => onLine(line, from))
  }
}

/**
 * Starts `node {args}` in the checkout. It has a session of its own, so that Ctrl-C reaches only the
 * process that stops things in order, and it ends by itself when this process is gone. Its lines go
 * to `onLine` and, when there is one, to the end of `logFile`.
 */
export function spawnNode(options: {
  args: string[]
  env: NodeJS.ProcessEnv
  logFile?: string
  onLine?(line: string, from: Output): void
}): NodeChild {
  const child = spawn(process.execPath, ['--import', FOLLOW_PARENT, ...options.args], {
    cwd: ROOT,
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const log = options.logFile ? createWriteStream(options.logFile, { flags: 'a' }) : undefined
  const lines: string[] = []
  readLines(child, (line, from) => {
    log?.write(`${line}\n`)
    lines.push(line)
    if (lines.length > KEPT_LINES) lines.shift()
    options.onLine?.(line, from)
  })
  const ended = Promise.race([
    once(child, 'exit').then(([code, signal]) => (signal ? `by ${signal}` : `exit code ${code}`)),
    once(child, 'error').then(([error]) => (error as Error).message),
  ]).then((way) => {
    if (child.pid) killGroup(child.pid)
    log?.end()
    return way
  })
  return {
    ended,
    lastLines: () => lines,
    async stop(patienceMs) {
      const { pid } = child
      if (!pid || child.exitCode !== null || child.signalCode !== null) return
      sendSignal(pid, 'SIGTERM')
      const laggard = setTimeout(() => killGroup(pid), patienceMs)
      await ended
      clearTimeout(laggard)
    },
    async kill() {
      if (child.pid) killGroup(child.pid)
      await ended
    },
  }
}
