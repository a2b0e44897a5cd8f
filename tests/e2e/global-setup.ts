import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findDatabaseUrl } from '@/scripts/postgres'
import { type DemoProcess, startDemo } from '@/tests/kit/demo-process'
import { findGaps } from '@/tests/kit/find-gaps'
import { findSecrets } from '@/tests/kit/find-secrets'
import { NO_LIMITS } from '@/tests/kit/no-limits'
import { listDescendants, stillRunning } from '@/tests/kit/process-tree'
import { readRows } from '@/tests/kit/read-rows'

/** Shortens the delays after which the worker looks again (lib/orders/schedule.ts). */
const SCHEDULE_SCALE = '0.25'

/** One machine is everybody here. A test of the limit on guesses comes from an address that only it has. */
const ONE_MACHINE = { ...NO_LIMITS, LIMIT_MISSED_LOOKUPS: '150', TRUSTED_PROXIES: '1' }

/** Starts the demo once for the whole run; what it returns stops it and looks for leftovers. */
export default async function startShop(): Promise<() => Promise<void>> {
  const serverKey = `SB-Mid-server-${randomUUID()}`
  const before = new Set(listDescendants(process.pid).map(({ pid }) => pid))
  const demo = await startDemo({
    env: { MIDTRANS_SERVER_KEY: serverKey, SCHEDULE_SCALE, ...ONE_MACHINE },
    onLine: (line) => console.log(line),
  })
  process.env.TOKOKU_SHOP_URL = demo.shopUrl
  process.env.TOKOKU_SANDBOX_URL = demo.sandboxUrl
  process.env.TOKOKU_SERVER_KEY = serverKey
  const [root] = listDescendants(process.pid).filter(({ pid }) => !before.has(pid))
  return () => stopShop(demo, root?.pid)
}

async function stopShop(demo: DemoProcess, pid: number | undefined): Promise<void> {
  const started = pid === undefined ? [] : listDescendants(pid)
  if (started.length === 0) throw new Error('The demo was gone before it was stopped.')
  const told = await findToldSecrets(demo.dataDir)
  await demo.stop()
  const left = stillRunning(started).map(({ pid, command }) => `${pid} ${command}`)
  if (left.length > 0) throw new Error(`The demo left running:\n${left.join('\n')}`)
  if (told.length > 0)
    throw new Error(`The run told secrets, or not whose payment it was:\n${told.join('\n')}`)
}

/** What the whole run has written, line by line and row by row. Its pages are read as they come: watch-browser.ts. */
async function findToldSecrets(dataDir: string): Promise<string[]> {
  const logs = join(dataDir, 'logs')
  const lines = readdirSync(logs).flatMap((file) =>
    readFileSync(join(logs, file), 'utf8')
      .split('\n')
      .map((line) => `${file} ${line}`),
  )
  const url = await findDatabaseUrl(dataDir, 'owner')
  const rows = url ? await readRows(url) : []
  if (lines.length < 10 || rows.length < 10) throw new Error('There was nothing to look through.')
  const secrets = [...lines, ...rows].flatMap((line) => findSecrets(line))
  const gaps = lines.flatMap((line) => findGaps(line.slice(line.indexOf(' ') + 1)))
  console.log(`Looked for secrets in ${lines.length} log lines and ${rows.length} rows.`)
  return [...secrets, ...gaps].slice(0, 20)
}
