import 'server-only'
import { type Environment, EnvironmentError, env } from './env'
import { orderChanges } from './live/order-changes'
import { startWorker } from './orders/worker'
import { tidyRequests } from './security/tidy-requests'

/** Checks the environment, and starts the worker unless it runs elsewhere. Ends both in order. */
export function startServer(): void {
  const { WORKER } = environmentOrExit()
  tidyRequests()
  const worker = WORKER === 'inline' ? startWorker() : undefined
  const stop = () => {
    orderChanges().closeAll()
    void worker?.stop()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

/** The environment, or the end of this process with one sentence for each variable that is wrong. */
export function environmentOrExit(): Environment {
  try {
    return env()
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error
    process.stderr.write(`Tokoku cannot start.\n${error.message}\n`)
    process.exit(1)
  }
}
