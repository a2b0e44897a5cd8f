import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

const requests = new AsyncLocalStorage<string>()

/** What a load balancer may have named a request. */
const NAME = /^[\w-]{8,64}$/

/** A request's own name when it has a harmless one, otherwise a new one. */
export function nameRequest(given: string | null | undefined): string {
  return given && NAME.test(given) ? given : randomUUID()
}

/** Does some work in the name of a request: every line that it logs, however deep, carries that name. */
export function inRequest<T>(requestId: string, work: () => T): T {
  return requests.run(requestId, work)
}

export function currentRequestId(): string | undefined {
  return requests.getStore()
}
