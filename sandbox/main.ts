import type { AddressInfo } from 'node:net'
import { ZodError } from 'zod'
import { readConfig } from './config'
import { createSandbox } from './sandbox'
import { createHttpServer, stopHttpServer } from './server'
import { startSweeping } from './sweep'

function start(): void {
  const sandbox = createSandbox(readConfig(process.env))
  const server = createHttpServer(sandbox)
  const stopSweeping = startSweeping(sandbox)

  server.on('error', (error: NodeJS.ErrnoException) => {
    const taken = error.code === 'EADDRINUSE'
    console.error(
      taken
        ? `port ${sandbox.config.port} is taken: set SANDBOX_PORT to another one`
        : `the sandbox cannot listen: ${error.message}`,
    )
    process.exit(1)
  })
  server.listen(sandbox.config.port, sandbox.config.host, () => {
    const { port } = server.address() as AddressInfo
    sandbox.config.port = port
    console.log(`sandbox listening on http://localhost:${port}`)
  })

  const stop = async () => {
    stopSweeping()
    await stopHttpServer(server)
    sandbox.closed = true
    await sandbox.store.close()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

try {
  start()
} catch (error) {
  const messages = error instanceof ZodError ? error.issues.map(({ message }) => message) : [error]
  for (const message of messages) console.error(String(message))
  process.exit(1)
}
