import { makeMachineEnvironment } from '@/scripts/demo/environment'
import { type NodeChild, spawnNode } from '@/scripts/node-child'
import { SERVER_KEY } from '@/tests/kit/notifications'
import type { Statement } from './pgbench'

const HERE = 'tests/bench/notification'
/** What makes lib/ load outside Next (package server-only). */
const AS_SHOP = ['--conditions=react-server', '--import', 'tsx']

export type Server = { url: string; stop(): Promise<void> }

function shopVariables(databaseUrl: string, apiUrl: string): NodeJS.ProcessEnv {
  return {
    ...makeMachineEnvironment(),
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    APP_URL: 'http://localhost:3000',
    MIDTRANS_SERVER_KEY: SERVER_KEY,
    MIDTRANS_ENV: 'local',
    MIDTRANS_API_URL: apiUrl,
    LOG_LEVEL: 'error',
  }
}

async function startListening(file: string, env: NodeJS.ProcessEnv): Promise<Server> {
  let onPort = (_port: string) => {}
  const port = new Promise<string>((resolve) => {
    onPort = resolve
  })
  const child: NodeChild = spawnNode({
    args: [...AS_SHOP, `${HERE}/${file}`],
    env,
    onLine: (line) => {
      if (line.startsWith('port ')) onPort(line.slice(5))
    },
  })
  const ended = child.ended.then((way) => {
    throw new Error(`${file} ended (${way}):\n${child.lastLines().join('\n')}`)
  })
  const url = `http://127.0.0.1:${await Promise.race([port, ended])}`
  ended.catch(() => {})
  return { url, stop: () => child.stop(1_000) }
}

/** Midtrans, as far as the official library asks it. */
export function startStandIn(): Promise<Server> {
  return startListening('stand-in.ts', makeMachineEnvironment())
}

/** The shop of express-shop.ts. */
export function startExpressShop(databaseUrl: string, apiUrl: string): Promise<Server> {
  return startListening('express-shop.ts', shopVariables(databaseUrl, apiUrl))
}

/** The statement that the route runs, with the parameters of one notification. */
export async function readStatement(databaseUrl: string): Promise<Statement> {
  const child = spawnNode({
    args: [...AS_SHOP, `${HERE}/print-statement.ts`],
    env: shopVariables(databaseUrl, 'http://127.0.0.1:9'),
  })
  const way = await child.ended
  const text = child.lastLines().join('\n')
  if (way !== 'exit code 0') throw new Error(`print-statement.ts ended (${way}):\n${text}`)
  return JSON.parse(text) as Statement
}
