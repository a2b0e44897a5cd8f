import 'server-only'
import { EnvironmentError, env } from './env'
import { orderChanges } from './live/order-changes'
import { startWorker } from './orders/worker'

/**
 * Checks the environment, and ends the process with one sentence for each variable when it is not
 * usable. Then starts the worker, unless it runs elsewhere, and arranges for an orderly end.
 */
export function startServer(): void {
  const { WORKER } = readEnvironment()
  const worker = WORKER === 'inline' ? startWorker() : undefined
  const stop = () => {
    orderChanges().closeAll()
    void worker?.stop()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

function readEnvironment() {
  try {
    return env()
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error
    process.stderr.write(`The shop cannot start.\n${error.message}\n`)
    process.exit(1)
  }
}
