import { rmSync } from 'node:fs'
import { spawnNode } from '@/scripts/node-child'
import { makeDataDir } from './temp-dir'

/** How the sandbox is started, from the checkout. */
const START = ['sandbox/start.mjs']

/** A running local Midtrans. */
export type SandboxProcess = {
  url: string
  port: number
  dataDir: string
  stop(): Promise<void>
  /** Ends it in one of the two ways and answers in words how it ended. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<string>
}

/**
 * Starts the sandbox, on a free port when none is given. Its state is in a new folder that goes when
 * it stops, or in `dataDir`, which stays, so that a test can start it again on the same state.
 */
export async function startSandbox(
  options: { dataDir?: string; port?: number; env?: Record<string, string> } = {},
): Promise<SandboxProcess> {
  const dataDir = options.dataDir ?? makeDataDir('sandbox')
  let listens: (url: string) => void = () => {}
  const listening = new Promise<string>((resolve) => {
    listens = resolve
  })
  const child = spawnNode({
    args: START,
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      SANDBOX_PORT: String(options.port ?? 0),
      DATA_DIR: dataDir,
      ...options.env,
    },
    onLine(line) {
      const url = /http:\/\/localhost:\d+/.exec(line)?.[0]
      if (url) listens(url)
    },
  })
  const url = await Promise.race([
    listening,
    child.ended.then((way) => {
      throw new Error(`The sandbox ended (${way}):\n${child.lastLines().join('\n')}`)
    }),
  ])
  return {
    url,
    port: Number(new URL(url).port),
    dataDir,
    async stop() {
      await child.stop(2_000)
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
    },
    async end(signal) {
      await (signal === 'SIGKILL' ? child.kill() : child.stop(2_000))
      return child.ended
    },
  }
}
