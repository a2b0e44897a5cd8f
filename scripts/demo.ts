import { claimDataDir, getDataDir, resetDataDir } from './data-dir'
import { checkPorts } from './demo/check-ports'
import { type Plan, readPlan } from './demo/plan'
import { say } from './demo/screen'
import { startAll } from './demo/start-all'
import { makeSupervisor } from './demo/supervisor'
import { loadDotEnv } from './dot-env'
import { watchParent } from './watch-parent'

const abort = new AbortController()
let failure: string | undefined

function fail(reason: string): void {
  failure ??= reason
  abort.abort()
}

function sayReady(plan: Plan): void {
  say(
    process.env.WORKER === 'off'
      ? '  worker               off (WORKER=off)'
      : '  worker               inside the shop',
  )
  if (plan.midtransEnv !== 'local' && /\/\/(localhost|127\.)/.test(plan.appUrl)) {
    say('  Midtrans cannot notify localhost: the shop asks for each status instead (see APP_URL)')
  }
  const gateway = plan.midtransEnv === 'local' ? 'sandbox' : `Midtrans ${plan.midtransEnv}`
  say(`ready: shop ${plan.appUrl} · ${gateway} ${plan.midtransUrl}`)
}

async function run(): Promise<void> {
  const stopped = new Promise((resolve) => abort.signal.addEventListener('abort', resolve))
  loadDotEnv()
  const plan = readPlan(process.argv.includes('--dev'))
  if (process.argv.includes('--reset')) await resetDataDir(getDataDir())
  await checkPorts(plan)
  const claim = claimDataDir(plan.dataDir)
  const supervisor = makeSupervisor(abort.signal, fail)
  try {
    await startAll(plan, supervisor, abort.signal)
    if (!abort.signal.aborted) sayReady(plan)
    await stopped
  } catch (error) {
    if (!abort.signal.aborted) fail((error as Error).message)
  }
  if (!failure) say('stopping')
  await supervisor.stopAll()
  claim.release()
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => abort.abort())
}
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: Error) => fail(error.stack ?? String(error)))
}
// The terminal, or whoever read our lines, may go away; stopping in order does not need it.
process.stdout.on('error', () => abort.abort())
process.stderr.on('error', () => abort.abort())
watchParent(() => abort.abort())

await run().catch((error: Error) => fail(error.message))
if (failure) console.error(failure)
process.exit(failure ? 1 : 0)
