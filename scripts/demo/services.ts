import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawnNode } from '../node-child'
import { type Postgres, startPostgres } from '../postgres'
import { ROOT } from '../root'
import { makeSandboxEnvironment, makeShopEnvironment } from './environment'
import type { Plan } from './plan'
import { describeLine, say } from './screen'
import type { Service, StartService } from './supervisor'

const READY_TIMEOUT_MS = 60_000

async function answersWell(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000), redirect: 'manual' })
    await response.body?.cancel()
    return response.status === 200
  } catch {
    return false
  }
}

async function waitUntilReady(name: string, child: Service, urls: string[], signal: AbortSignal) {
  let way: string | undefined
  void child.ended.then((how) => {
    way = how
  })
  const deadline = Date.now() + READY_TIMEOUT_MS
  for (const url of urls) {
    while (!(await answersWell(url))) {
      const late = Date.now() > deadline && `no good answer from ${url}`
      const failure = signal.aborted ? 'stopped' : (way ?? late)
      if (failure) {
        await child.stop(1_000)
        throw new Error(`${name} did not start (${failure}).\n${child.lastLines().join('\n')}`)
      }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

function startNode(
  name: string,
  plan: Plan,
  options: { args: string[]; env: NodeJS.ProcessEnv; readyUrls: string[] },
): StartService {
  return async (signal) => {
    const child = spawnNode({
      args: options.args,
      env: options.env,
      logFile: join(plan.dataDir, 'logs', `${name}.log`),
      onLine: (line, from) => {
        const shown = signal.aborted ? undefined : describeLine(name, line, from)
        if (shown) say(shown)
      },
    })
    await waitUntilReady(name, child, options.readyUrls, signal)
    return child
  }
}

/** The host to reach our own children by: what listens everywhere also listens on loopback. */
function hostToCall(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
}

/** The local Midtrans. */
export function makeSandboxService(plan: Plan): StartService {
  return startNode('sandbox', plan, {
    args: ['sandbox/start.mjs'],
    env: makeSandboxEnvironment(plan),
    readyUrls: [`http://${hostToCall(plan.host)}:${plan.sandboxPort}/_sandbox/transactions`],
  })
}

/** The shop with its worker: `next start`, or `next dev`. */
export function makeShopService(plan: Plan, databaseUrl: string): StartService {
  const next = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next')
  const base = `http://${hostToCall(plan.host)}:${plan.port}`
  return startNode('shop', plan, {
    args: [next, plan.dev ? 'dev' : 'start', '-p', String(plan.port), '-H', plan.host],
    env: makeShopEnvironment(plan, databaseUrl),
    readyUrls: [`${base}/api/health`, `${base}/`],
  })
}

/** The embedded Postgres. The shop is told its URL once, so a restart must have the same port. */
export function makePostgresService(
  plan: Plan,
  onStart: (postgres: Postgres) => void,
): StartService {
  let first: string | undefined
  return async (signal) => {
    const postgres = await startPostgres({ dataDir: plan.dataDir, signal })
    const { ended, stop, url } = postgres
    first ??= url
    if (url !== first) {
      await stop()
      throw new Error('Postgres ended, and another program has taken its port.')
    }
    onStart(postgres)
    const lastLines = (): string[] => {
      const log = readFileSync(join(plan.dataDir, 'logs', 'postgres.log'), 'utf8')
      return log.trimEnd().split('\n').slice(-20)
    }
    return { ended, lastLines, stop }
  }
}
