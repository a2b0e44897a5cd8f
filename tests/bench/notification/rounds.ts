import { runLoad } from '../load'
import { countPaid, renewOrders, settlementOf } from './orders'

export type Contender = {
  name: string
  /** The database whose orders it pays, if it pays any. */
  databaseUrl?: string
  /** Requests a second. */
  run(): Promise<number>
}

/** Signed once: the load generator must have nothing to do but send. */
export function prepareBodies(count: number): string[] {
  return Array.from({ length: count }, (_, index) => settlementOf(index))
}

/** Posts each body once. Rejects when one was not answered as a notification that was applied. */
export async function postAll(
  url: string,
  bodies: readonly string[],
  { connections, result }: { connections: number; result: string },
): Promise<number> {
  const { origin, pathname } = new URL(url)
  const headers = { 'Content-Type': 'application/json' }
  const { perSecond, errors } = await runLoad({
    url: origin,
    connections,
    requests: bodies.length,
    make: (index) => ({ path: pathname, headers, body: bodies[index] ?? '' }),
    // Ours says what became of it in a header, the others in the body.
    isGood: ({ status, head, body }) => status === 200 && `${head}\n${body}`.includes(result),
  })
  if (errors > 0) throw new Error(`${errors} of ${bodies.length} requests to ${url} went wrong.`)
  return perSecond
}

/** Lets the contenders take turns, and returns their rates by name. The first round only warms up. */
export async function runRounds(
  contenders: readonly Contender[],
  { rounds, requests }: { rounds: number; requests: number },
): Promise<Map<string, number[]>> {
  const rates = new Map<string, number[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round += 1) {
    // Another one first each time: none always has what the one before it left behind.
    const turn = round % contenders.length
    for (const { name, databaseUrl, run } of [
      ...contenders.slice(turn),
      ...contenders.slice(0, turn),
    ]) {
      if (databaseUrl) await renewOrders(databaseUrl)
      const rate = await run()
      const paid = databaseUrl ? await countPaid(databaseUrl) : requests
      if (paid !== requests) throw new Error(`${name} paid ${paid} of ${requests} orders.`)
      if (round > 0) rates.get(name)?.push(rate)
    }
    console.log(round === 0 ? 'warmed up' : `round ${round} of ${rounds}`)
  }
  return rates
}

export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** How far the rounds lie apart, as a share of their median. */
export function spreadOf(values: readonly number[]): number {
  return (Math.max(...values) - Math.min(...values)) / medianOf(values)
}
