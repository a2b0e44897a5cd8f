import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeMachineEnvironment } from '../demo/environment'
import { type NodeChild, spawnNode } from '../node-child'
import { takeLock } from '../process-lock'
import { ROOT } from '../root'
import { hashBuildInputs } from './inputs'
import { ensurePrismaClient } from './prisma-client'

const NEXT_FOLDER = join(ROOT, '.next')
/** Next empties its folder before a build, except for a few names; `cache` is one of them. */
const LOCK = join(NEXT_FOLDER, 'cache', 'tokoku-build.lock')
const STAMP = join(NEXT_FOLDER, 'tokoku-build')

function isBuilt(inputs: string): boolean {
  if (!existsSync(join(NEXT_FOLDER, 'BUILD_ID')) || !existsSync(STAMP)) return false
  return readFileSync(STAMP, 'utf8') === inputs
}

async function lockBuild(say: (line: string) => void, signal?: AbortSignal) {
  mkdirSync(join(NEXT_FOLDER, 'cache'), { recursive: true })
  for (let first = true; ; first = false) {
    const lock = takeLock(LOCK)
    if (lock.ok) return lock
    if (first) say(`  waiting for the build of process ${lock.holder}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
    signal?.throwIfAborted()
  }
}

async function runNextBuild(onLine: (line: string) => void, signal?: AbortSignal): Promise<void> {
  const child: NodeChild = spawnNode({
    args: [join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'],
    env: {
      ...makeMachineEnvironment(),
      NODE_ENV: 'production',
      // Nothing of an instance goes into a build, but copies behind a balancer share this key.
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
    },
    onLine,
  })
  const stop = () => void child.stop(500)
  signal?.addEventListener('abort', stop, { once: true })
  const way = await child.ended
  signal?.throwIfAborted()
  if (way !== 'exit code 0') {
    throw new Error(`next build failed (${way}):\n${child.lastLines().join('\n')}`)
  }
}

/**
 * Makes the production build of the shop in .next, unless nothing that goes into it has changed.
 * A second caller waits for the first. Says `built` or `unchanged`; rejects with the last lines of
 * `next build` when it fails.
 */
export async function ensureBuild(options: {
  say(line: string): void
  onBuildLine?(line: string): void
  signal?: AbortSignal
}): Promise<'built' | 'unchanged'> {
  const { say, signal } = options
  const lock = await lockBuild(say, signal)
  try {
    await ensurePrismaClient()
    const inputs = hashBuildInputs()
    if (isBuilt(inputs)) return 'unchanged'
    say('  building the shop; this takes about half a minute, and only when something changed')
    rmSync(STAMP, { force: true })
    await runNextBuild(options.onBuildLine ?? (() => {}), signal)
    writeFileSync(STAMP, inputs)
    return 'built'
  } finally {
    lock.release()
  }
}
