import { spawnNode } from '@/scripts/node-child'
import { type LoadResult, runLoad } from './load'

export type NoOpServer = {
  url: string
  /** The machine's own rate now, with bodies the size of a charge and its answer. */
  measure(connections: number, requests: number): Promise<LoadResult>
  stop(): Promise<void>
}

export async function startNoOpServer(): Promise<NoOpServer> {
  let onLine = (_line: string) => {}
  const listening = new Promise<string>((resolve) => {
    onLine = resolve
  })
  const child = spawnNode({
    args: ['tests/bench/no-op-server.mjs'],
    env: process.env,
    onLine: (line) => onLine(line),
  })
  const address = await listening
  const body = 'x'.repeat(300)
  return {
    url: address,
    measure: (connections, requests) =>
      runLoad({
        url: address,
        connections,
        requests,
        make: () => ({ path: '/', body }),
        isGood: ({ status }) => status === 200,
      }),
    stop: () => child.stop(1_000),
  }
}
