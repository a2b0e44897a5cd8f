import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { loadDotEnv } from './dot-env'
import { ROOT } from './root'
import { watchParent } from './watch-parent'

loadDotEnv()

// npm runs scripts through a shell that does not pass signals on: without this a stopped npm would
// leave the shop running.
if (process.env.npm_lifecycle_event) {
  watchParent(() => process.kill(process.pid, 'SIGTERM'))
}

if (existsSync(join(ROOT, '.next', 'BUILD_ID'))) {
  const port = process.env.PORT || '3000'
  const host = process.env.HOST || '127.0.0.1'
  // Next runs in this very process, so that a process manager's signals reach it.
  process.argv = [process.execPath, 'next', 'start', '-p', port, '-H', host]
  createRequire(import.meta.url)('next/dist/bin/next')
} else {
  console.error('There is no production build in .next. Make one with `npm run build`.')
  process.exitCode = 1
}
