import { rmSync } from 'node:fs'
import { spawnNode } from '@/scripts/node-child'
import { findFreePort } from '@/scripts/ports'
import { makeDataDir } from './temp-dir'
import { waitFor } from './wait-for'

/** A running local Midtrans. */
export type SandboxProcess = { url: string; port: number; dataDir: string; stop(): Promise<void> }

async function answers(url: string): Promise<boolean> {
  const response = await fetch(`${url}/_sandbox/transactions`).catch(() => undefined)
  return response?.ok ?? false
}

/**
 * Starts the sandbox on a free port. Its state is in a new folder that goes when it stops, or in
 * `dataDir`, which stays, so that a test can start it again on the same state.
 */
export async function startSandbox(
  options: { dataDir?: string; port?: number; env?: Record<string, string> } = {},
): Promise<SandboxProcess> {
  const dataDir = options.dataDir ?? makeDataDir('sandbox')
  const port = options.port ?? (await findFreePort())
  const child = spawnNode({
    args: ['--import', 'tsx', 'sandbox/main.ts'],
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      SANDBOX_PORT: String(port),
      DATA_DIR: dataDir,
      ...options.env,
    },
  })
  let ended: string | undefined
  void child.ended.then((way) => {
    ended = way
  })
  const url = `http://localhost:${port}`
  await waitFor('the sandbox to listen', async () => {
    if (ended) throw new Error(`The sandbox ended (${ended}):\n${child.lastLines().join('\n')}`)
    return answers(url)
  })
  return {
    url,
    port,
    dataDir,
    async stop() {
      await child.stop(2_000)
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
