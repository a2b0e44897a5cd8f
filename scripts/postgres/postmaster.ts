import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning, readCommand, sendSignal, waitForEnd } from '../processes'
import { POSTGRES_ENVIRONMENT } from './cluster'
import type { Home } from './home'

const START_TIMEOUT_MS = 30_000

type PidFile = { pid: number; ready: boolean; lines: string[] }

/** postmaster.pid: the pid is on line 1 and the state on line 8 (postgresql.org, storage-file-layout). */
function readPidFile(data: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready', lines } : undefined
  } catch {
    return undefined
  }
}

/**
 * Ends the server: first as Postgres calls it fast, then immediate, which loses nothing but makes
 * the next start replay its log.
 */
export async function stopPostmaster(pid: number, patienceMs = 3_000): Promise<void> {
  sendSignal(pid, 'SIGINT')
  if (await waitForEnd(pid, patienceMs)) return
  sendSignal(pid, 'SIGQUIT')
  if (await waitForEnd(pid, 500)) return
  sendSignal(pid, 'SIGKILL')
  await waitForEnd(pid, 500)
}

/**
 * Clears the way for a new server: stops one that outlived whoever started it. When the pid file
 * names a process that is not this server (the number was given to another, or nobody collected
 * it), our own pid is written there: Postgres takes its parent's pid for a stale file, and still
 * checks that no old backend uses the shared memory, which deleting the file would skip.
 */
export async function stopLeftover(data: string): Promise<void> {
  const found = readPidFile(data)
  if (!found) return
  if (isRunning(found.pid) && readCommand(found.pid).includes(`-D ${data} -p`)) {
    await stopPostmaster(found.pid)
    return
  }
  const lines = [String(process.pid), ...found.lines.slice(1)]
  writeFileSync(join(data, 'postmaster.pid'), lines.join('\n'))
}

function flagsOf(data: string, port: number): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    // No socket file: its path has a length limit that a deep checkout would break.
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', data, '-p', String(port), ...options]
}

async function waitUntilReady(child: ChildProcess, data: string): Promise<boolean> {
  const deadline = Date.now() + START_TIMEOUT_MS
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const found = readPidFile(data)
    if (found?.pid === child.pid && found?.ready) return true
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return false
}

/**
 * Starts the server and resolves when it takes connections. It has a session of its own, so that
 * Ctrl-C reaches only the process that stops things in order. What it writes goes to `logFile`.
 * Rejects with what it wrote when it ends instead.
 */
export async function startPostmaster(options: {
  binaries: string
  home: Home
  data: string
  port: number
  logFile: string
  signal?: AbortSignal | undefined
}): Promise<ChildProcess> {
  const { binaries, home, data, port, logFile } = options
  options.signal?.throwIfAborted()
  const log = openSync(logFile, 'a')
  const before = readFileSync(logFile).length
  const child = spawn(join(binaries, 'postgres'), flagsOf(data, port), {
    ...home.account,
    cwd: home.folder,
    env: POSTGRES_ENVIRONMENT,
    stdio: ['ignore', log, log],
    detached: true,
  })
  const failed = new Promise<never>((_, reject) => child.once('error', reject))
  closeSync(log)
  if (await Promise.race([waitUntilReady(child, data), failed])) return child
  if (child.pid) await stopPostmaster(child.pid)
  const written = readFileSync(logFile).subarray(before).toString('utf8').trim()
  throw new Error(`Postgres did not start:\n${written}`)
}
