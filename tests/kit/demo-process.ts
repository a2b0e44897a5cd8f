import { resetDataDir } from '@/scripts/data-dir'
import { spawnNode } from '@/scripts/node-child'
import { findFreePort } from '@/scripts/ports'
import { makeDataDir } from './temp-dir'

/** A running demo: the whole of what `npm run demo` starts. */
export type DemoProcess = {
  shopUrl: string
  sandboxUrl: string
  dataDir: string
  stop(): Promise<void>
}

/** Long enough for a production build on a slow machine. */
const READY_TIMEOUT_MS = 240_000

/** What a developer's own .env says must not reach a test. */
const NEUTRAL = { APP_URL: '', DATABASE_URL: '', DATABASE_OWNER_URL: '', DATABASE_DIRECT_URL: '' }
const LOCAL = { MIDTRANS_ENV: 'local', MIDTRANS_API_URL: '', MIDTRANS_SERVER_KEY: '', WORKER: '' }

/**
 * Starts the demo on free ports with a new DATA_DIR and waits until a first order can be paid.
 * `env` adds variables for it. Its lines go to `onLine`. `stop` also deletes the DATA_DIR.
 */
export async function startDemo(
  options: { env?: Record<string, string>; onLine?(line: string): void } = {},
): Promise<DemoProcess> {
  const dataDir = makeDataDir('demo')
  const [port, sandboxPort] = [await findFreePort(), await findFreePort()]
  let sayReady: (line: string) => void
  const ready = new Promise<string>((resolve) => {
    sayReady = resolve
  })
  const child = spawnNode({
    args: ['--import', 'tsx', 'scripts/demo.ts'],
    env: {
      ...process.env,
      ...NEUTRAL,
      ...LOCAL,
      PORT: String(port),
      SANDBOX_PORT: String(sandboxPort),
      DATA_DIR: dataDir,
      ...options.env,
    },
    onLine: (line) => {
      options.onLine?.(line)
      if (line.startsWith('ready: ')) sayReady(line)
    },
  })
  const timer = setTimeout(() => void child.stop(6_000), READY_TIMEOUT_MS)
  const end = child.ended.then((way) => {
    throw new Error(`The demo ended (${way}):\n${child.lastLines().join('\n')}`)
  })
  end.catch(() => {})
  await Promise.race([ready, end]).finally(() => clearTimeout(timer))
  return {
    shopUrl: `http://localhost:${port}`,
    sandboxUrl: `http://localhost:${sandboxPort}`,
    dataDir,
    async stop() {
      await child.stop(6_000)
      await resetDataDir(dataDir)
    },
  }
}
